select element_at(resources, 1).arn, element_at(resources, -1).type, element_at(resources, 3), element_at(eventContext.tagContext.resourceTags, 1).tags, element_at(element_at(eventContext.tagContext.resourceTags, 1).tags, 'env') as env, resources
from $EDS_ID where resources is not null or eventContext.tagContext.resourceTags is not null order by eventTime

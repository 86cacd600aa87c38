select insightEventSource, count(*), max(insightContext.insightAverage), element_at(addendum, 'reason') from insight group by insightEventSource, element_at(addendum, 'reason') order by 1

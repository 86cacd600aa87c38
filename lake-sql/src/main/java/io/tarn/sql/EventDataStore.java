package io.tarn.sql;

import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import java.util.UUID;

/// An event data store of the tenant: a table that statements can name by id, name or ARN.
///
/// @param isDefault whether `$EDS_ID` stands for it
public record EventDataStore(
    UUID id, String name, String arn, EventCategory category, boolean isDefault)
    implements NamedTable {

  @Override
  public EventSchema schema() {
    return EventSchema.of(category);
  }
}

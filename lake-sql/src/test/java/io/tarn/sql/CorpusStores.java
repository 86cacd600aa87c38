package io.tarn.sql;

import io.tarn.common.postgres.TenantFixture;
import io.tarn.common.schema.EventCategory;
import io.tarn.common.schema.EventSchema;
import io.tarn.common.schema.StoredColumn;
import io.tarn.sql.oracle.Answer;
import io.tarn.sql.parameter.Parameters;
import io.tarn.testing.TestParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/// Event data stores with many events in a real PostgreSQL, asked under their tenant's own login.
public final class CorpusStores implements AutoCloseable {
  private final TenantFixture tenant;
  private final Connection provisioner;
  private final Connection login;
  private final List<EventDataStore> stores = new ArrayList<>();

  private CorpusStores(TestParts parts) throws SQLException {
    this.provisioner = parts.connectAs("tarn_ingest");
    this.tenant = TenantFixture.create(provisioner, parts.masterSecret());
    this.login = parts.connectAs(tenant.tenant().schema());
  }

  public static CorpusStores create() throws SQLException {
    return new CorpusStores(TestParts.running());
  }

  /// Makes a store; the first one is what `$EDS_ID` stands for.
  public void load(String name, EventCategory category, List<JsonValue> events)
      throws SQLException {
    var isDefault = stores.isEmpty();
    var id = tenant.store(name, category, isDefault);
    stores.add(new EventDataStore(id, name, "arn:" + name, category, isDefault));
    try (var statement = provisioner.createStatement()) {
      statement.execute("create table %1$s_rest partition of %1$s default".formatted(table(id)));
      insert(id, EventSchema.of(category), events);
      statement.execute("analyze " + table(id));
    }
  }

  private String table(UUID store) {
    return tenant.table(store);
  }

  private void insert(UUID store, EventSchema schema, List<JsonValue> events) throws SQLException {
    var columns = schema.stored().columns();
    var sql =
        columns.stream()
            .map(column -> "cast(? as " + column.type().sql() + ")")
            .collect(Collectors.joining(", ", "insert into " + table(store) + " values (", ")"));
    try (var insert = provisioner.prepareStatement(sql)) {
      for (var event : events) {
        var row = new RecordColumns(schema, tenant.tenant().value(), event);
        int position = 1;
        for (StoredColumn column : columns) {
          insert.setObject(position++, row.value(column));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /// The rows, in the form in which they are compared with Trino's.
  Answer.Rows answer(String statement) throws SQLException {
    return answer(statement, Parameters.NONE, Instant.now());
  }

  /// The same with values for `{{name}}`.
  ///
  /// @param now what `now()` stands for
  public Answer.Rows answer(String statement, Parameters parameters, Instant now)
      throws SQLException {
    var context = new TranslationContext(tenant.tenant().schema(), stores, now, parameters);
    var translation = new Translator().translate(statement, context);
    try (var prepared = login.prepareStatement(translation.sql())) {
      int position = 1;
      for (var value : translation.parameters()) {
        prepared.setObject(position++, value);
      }
      try (var rows = prepared.executeQuery()) {
        return TarnRows.read(rows, translation.columns());
      }
    }
  }

  @Override
  public void close() throws SQLException {
    login.close();
    provisioner.close();
  }
}

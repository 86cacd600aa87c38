package io.tarn.oracle;

import io.trino.spi.connector.ColumnHandle;
import io.trino.spi.connector.ColumnMetadata;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorMetadata;
import io.trino.spi.connector.ConnectorPageSource;
import io.trino.spi.connector.ConnectorPageSourceProvider;
import io.trino.spi.connector.ConnectorSession;
import io.trino.spi.connector.ConnectorSplit;
import io.trino.spi.connector.ConnectorSplitManager;
import io.trino.spi.connector.ConnectorSplitSource;
import io.trino.spi.connector.ConnectorTableCredentials;
import io.trino.spi.connector.ConnectorTableHandle;
import io.trino.spi.connector.ConnectorTableMetadata;
import io.trino.spi.connector.ConnectorTableVersion;
import io.trino.spi.connector.ConnectorTransactionHandle;
import io.trino.spi.connector.Constraint;
import io.trino.spi.connector.DynamicFilter;
import io.trino.spi.connector.FixedPageSource;
import io.trino.spi.connector.FixedSplitSource;
import io.trino.spi.connector.MemoryContext;
import io.trino.spi.connector.SchemaTableName;
import io.trino.spi.transaction.IsolationLevel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Serves the rows of [ServedTables], all of a table in one go.
public final class EventsConnector implements Connector {
  static final String SCHEMA = "lake";

  private final ServedTables tables;

  EventsConnector(ServedTables tables) {
    this.tables = tables;
  }

  @Override
  public ConnectorTransactionHandle beginTransaction(
      IsolationLevel isolation, boolean readOnly, boolean autoCommit) {
    return Transaction.ONLY;
  }

  @Override
  public ConnectorMetadata getMetadata(
      ConnectorSession session, ConnectorTransactionHandle transaction) {
    return new Metadata(tables);
  }

  @Override
  public ConnectorSplitManager getSplitManager() {
    return new Splits();
  }

  @Override
  public ConnectorPageSourceProvider getPageSourceProvider() {
    return new Pages(tables);
  }

  @Override
  public void shutdown() {}

  /// Trino writes these down as JSON, and therefore they are public.
  public enum Transaction implements ConnectorTransactionHandle {
    ONLY
  }

  /// A table by its name.
  public record Table(String name) implements ConnectorTableHandle {}

  /// A column by its index.
  public record Column(int index) implements ColumnHandle {}

  /// All rows of a table.
  public record Whole(String table) implements ConnectorSplit {}

  private static ServedTables.Served served(ServedTables tables, ConnectorTableHandle table) {
    return Objects.requireNonNull(tables.get(((Table) table).name()));
  }

  private record Metadata(ServedTables tables) implements ConnectorMetadata {
    @Override
    public List<String> listSchemaNames(ConnectorSession session) {
      return List.of(SCHEMA);
    }

    @Override
    public @Nullable ConnectorTableHandle getTableHandle(
        ConnectorSession session,
        SchemaTableName name,
        Optional<ConnectorTableVersion> start,
        Optional<ConnectorTableVersion> end) {
      return tables.get(name.getTableName()) == null ? null : new Table(name.getTableName());
    }

    @Override
    public ConnectorTableMetadata getTableMetadata(
        ConnectorSession session, ConnectorTableHandle table) {
      return new ConnectorTableMetadata(
          new SchemaTableName(SCHEMA, ((Table) table).name()),
          served(tables, table).columns().stream().map(Metadata::metadata).toList());
    }

    @Override
    public Map<String, ColumnHandle> getColumnHandles(
        ConnectorSession session, ConnectorTableHandle table) {
      var handles = new LinkedHashMap<String, ColumnHandle>();
      for (var column : served(tables, table).columns()) {
        handles.put(column.key(), new Column(handles.size()));
      }
      return handles;
    }

    @Override
    public ColumnMetadata getColumnMetadata(
        ConnectorSession session, ConnectorTableHandle table, ColumnHandle column) {
      return metadata(served(tables, table).columns().get(((Column) column).index()));
    }

    private static ColumnMetadata metadata(EventTable.Column column) {
      return ColumnMetadata.builder()
          .setName(column.key())
          .setType(column.shape().type())
          .setHidden(column.isHidden())
          .build();
    }
  }

  private record Splits() implements ConnectorSplitManager {
    @Override
    public ConnectorSplitSource getSplits(
        ConnectorTransactionHandle transaction,
        ConnectorSession session,
        ConnectorTableHandle table,
        Set<ColumnHandle> columns,
        Constraint constraint) {
      return new FixedSplitSource(new Whole(((Table) table).name()));
    }
  }

  private record Pages(ServedTables tables) implements ConnectorPageSourceProvider {
    @Override
    public ConnectorPageSource createPageSource(
        ConnectorTransactionHandle transaction,
        ConnectorSession session,
        ConnectorSplit split,
        ConnectorTableHandle table,
        Optional<ConnectorTableCredentials> credentials,
        List<ColumnHandle> columns,
        DynamicFilter filter,
        MemoryContext memory) {
      var indexes = columns.stream().mapToInt(column -> ((Column) column).index()).toArray();
      return new FixedPageSource(
          served(tables, table).pages().stream().map(page -> page.getColumns(indexes)).toList());
    }
  }
}

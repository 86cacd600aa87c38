package io.tarn.oracle;

import io.trino.spi.Plugin;
import io.trino.spi.connector.Connector;
import io.trino.spi.connector.ConnectorContext;
import io.trino.spi.connector.ConnectorFactory;
import java.util.List;
import java.util.Map;

/// Brings the catalog of the tables that hold events.
final class EventsPlugin implements Plugin {
  static final String CONNECTOR = "events";

  private final ServedTables tables;

  EventsPlugin(ServedTables tables) {
    this.tables = tables;
  }

  @Override
  public Iterable<ConnectorFactory> getConnectorFactories() {
    return List.of(new Factory(tables));
  }

  private record Factory(ServedTables tables) implements ConnectorFactory {
    @Override
    public String getName() {
      return CONNECTOR;
    }

    @Override
    public Connector create(String catalog, Map<String, String> config, ConnectorContext context) {
      return new EventsConnector(tables);
    }
  }
}

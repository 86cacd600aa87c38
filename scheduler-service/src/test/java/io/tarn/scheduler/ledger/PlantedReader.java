package io.tarn.scheduler.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.reading.ReadPurpose;
import io.tarn.scheduler.reading.TenantReader;
import io.tarn.scheduler.run.Executions.RowVisitor;
import io.tarn.scheduler.run.RunFault;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Events by the position at which they came in, of which a result has at most so many.
final class PlantedReader implements TenantReader {
  private final List<String> events = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private final int most;

  PlantedReader(int most) {
    this.most = most;
  }

  void add(String event) {
    events.add(event);
  }

  void forget() {
    events.clear();
    keys.clear();
  }

  @Override
  public long position(TenantId tenant, ReadPurpose purpose) {
    return events.size();
  }

  @Override
  public void read(
      TenantId tenant,
      ReadPurpose purpose,
      String key,
      ScheduledQuery query,
      @Nullable RunWindow window,
      RowVisitor visitor) {
    if (!keys.add(key)) {
      throw new IllegalStateException("the key names an execution already: " + key);
    }
    if (!(window instanceof RunWindow.Arrival(var start, var end))) {
      throw new IllegalStateException("not read by arrival");
    }
    var rows = events.subList((int) start, (int) end);
    if (rows.size() > most) {
      throw new RunFault.Refused(Map.of("title", "too many rows"));
    }
    visitor.columns(List.of("eventJson"));
    rows.forEach(row -> visitor.row(JsonNodeFactory.instance.arrayNode().add(row)));
  }
}

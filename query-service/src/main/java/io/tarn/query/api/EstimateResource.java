package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.query.execution.StatementInspector;
import io.tarn.query.scan.ScanVolume;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.sql.EventDataStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells what a statement would scan, without running it.
@Path("/v1/tenants/{tenant}/queries:estimate")
@RunOnVirtualThread
public class EstimateResource {
  private final StatementInspector inspector;
  private final CurrentTenant tenant;

  EstimateResource(StatementInspector inspector, CurrentTenant tenant) {
    this.inspector = inspector;
    this.tenant = tenant;
  }

  /// Say what a statement would scan. It is not run.
  @POST
  @RolesAllowed(Permission.QUERY_RUN)
  public EstimateResponse estimate(@Valid @NotNull SubmitQueryRequest request) {
    var estimate = inspector.estimate(tenant.id(), request.text());
    var translation = estimate.translation();
    var range = translation.timeRange();
    return new EstimateResponse(
        estimate.volume().map(ScanVolume::bytes).orElse(null),
        estimate.volume().map(ScanVolume::events).orElse(null),
        translation.stores().stream().map(EstimateResource::shown).toList(),
        instant(range.from()),
        instant(range.to()));
  }

  private static EstimatedStore shown(EventDataStore store) {
    return new EstimatedStore(store.id(), store.name());
  }

  private static @Nullable Instant instant(Optional<LocalDateTime> time) {
    return time.map(moment -> moment.toInstant(ZoneOffset.UTC)).orElse(null);
  }

  /// What a statement would scan, by the same definition as in the statistics of a run.
  ///
  /// @param bytesScanned bytes of the original texts of the events; absent where they are not
  ///     counted
  /// @param eventsScanned how many events; absent where they are not counted
  /// @param stores the event data stores that the statement names
  /// @param from the first event time that it can touch; absent, it is open
  /// @param to the event time before which it ends; absent, it is open
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record EstimateResponse(
      @Nullable Long bytesScanned,
      @Nullable Long eventsScanned,
      List<EstimatedStore> stores,
      @Nullable Instant from,
      @Nullable Instant to) {
    public EstimateResponse {
      stores = List.copyOf(stores);
    }
  }

  /// A store that the statement names.
  ///
  /// @param id the id of the event data store
  /// @param name its name
  public record EstimatedStore(UUID id, String name) {}
}

package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.query.limit.KeptLimits;
import io.tarn.query.limit.LimitService;
import io.tarn.query.limit.OwnLimits;
import io.tarn.query.limit.QueryLimits;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// The limits of a tenant's executions.
@Path("/v1/tenants/{tenant}/query-limits")
@RunOnVirtualThread
public class LimitsResource {
  private final LimitService limits;
  private final KeptLimits kept;
  private final CurrentTenant tenant;

  LimitsResource(LimitService limits, KeptLimits kept, CurrentTenant tenant) {
    this.limits = limits;
    this.kept = kept;
    this.tenant = tenant;
  }

  /// Read the limits of the tenant's executions.
  @GET
  @RolesAllowed(Permission.QUERY_LIMIT_READ)
  public LimitsResponse find() {
    return new LimitsResponse(
        Limits.of(limits.of(tenant.id())),
        Limits.of(limits.defaults()),
        Limits.of(limits.ownOf(tenant.id())));
  }

  /// Set all limits of the tenant's executions. What is left out has the default again.
  @PUT
  @RolesAllowed(Permission.QUERY_LIMIT_WRITE)
  public LimitsResponse change(@Valid @NotNull Limits request) {
    kept.set(tenant.id(), request.toOwn(), tenant.actor());
    return find();
  }

  /// The limits of a tenant's executions.
  ///
  /// @param limits what holds
  /// @param defaults what holds where nothing is set
  /// @param own what is set for this tenant
  public record LimitsResponse(Limits limits, Limits defaults, Limits own) {}

  /// Limits; what is absent is not set.
  ///
  /// @param concurrentExecutions how many executions run at a time
  /// @param queuedExecutions how many more may wait
  /// @param runTimeSeconds how many seconds one execution may run
  /// @param resultRows how many rows one result may have
  /// @param resultBytes how many bytes one result may have, compressed
  /// @param temporaryBytes how many bytes the files of one execution may take in the database
  /// @param memoryBytes how many bytes each sort and each hash of one execution may take in memory
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Limits(
      @Min(1) @Max(500) @Nullable Integer concurrentExecutions,
      @Min(0) @Max(10_000) @Nullable Integer queuedExecutions,
      @Min(1) @Max(MAX_SECONDS) @Nullable Integer runTimeSeconds,
      @Min(1) @Nullable Long resultRows,
      @Min(1024) @Nullable Long resultBytes,
      @Min(MIN_TEMPORARY) @Nullable Long temporaryBytes,
      @Min(MIN_MEMORY) @Max(MAX_MEMORY) @Nullable Long memoryBytes) {
    private static final int MAX_SECONDS = 14 * 60;
    private static final long MIN_TEMPORARY = 1 << 20;
    private static final long MIN_MEMORY = 1 << 20;
    private static final long MAX_MEMORY = 1L << 31;

    static Limits of(QueryLimits limits) {
      return new Limits(
          limits.concurrentExecutions(),
          limits.queuedExecutions(),
          (int) limits.runTime().toSeconds(),
          limits.resultRows(),
          limits.resultBytes(),
          limits.temporaryBytes(),
          limits.memoryBytes());
    }

    static Limits of(OwnLimits limits) {
      return new Limits(
          limits.concurrentExecutions(),
          limits.queuedExecutions(),
          limits.runTime() == null ? null : (int) limits.runTime().toSeconds(),
          limits.resultRows(),
          limits.resultBytes(),
          limits.temporaryBytes(),
          limits.memoryBytes());
    }

    OwnLimits toOwn() {
      return new OwnLimits(
          concurrentExecutions,
          queuedExecutions,
          runTimeSeconds == null ? null : Duration.ofSeconds(runTimeSeconds),
          resultRows,
          resultBytes,
          temporaryBytes,
          memoryBytes);
    }
  }
}

package io.tarn.scheduler;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.RecordedOncePer;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.request.MayHoldNul;
import io.tarn.service.request.Storable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Endpoints of the tests, by which the gate is tried.
@Path("/v1/tenants/{tenant}/probes")
@RunOnVirtualThread
public class ProbeResource {
  private final CurrentTenant tenant;

  ProbeResource(CurrentTenant tenant) {
    this.tenant = tenant;
  }

  public record Probe(@NotBlank String name) {}

  @GET
  @RolesAllowed(Permission.QUERY_READ)
  public Map<String, String> read() {
    return Map.of("tenant", tenant.id().value(), "actor", tenant.actor().subject());
  }

  @GET
  @Path("{probe}")
  @RolesAllowed(Permission.QUERY_READ)
  @RecordedOncePer("probe")
  public Map<String, String> poll(@PathParam("probe") String probe) {
    return Map.of("probe", probe);
  }

  @POST
  @RolesAllowed(Permission.QUERY_RUN)
  public Map<String, String> write(@Valid @NotNull Probe probe) {
    if ("explode".equals(probe.name())) {
      throw new IllegalStateException("secret words of the inside");
    }
    return Map.of("name", probe.name());
  }

  /// Whatever a body can hold.
  public record Paper(
      @Nullable String text,
      @Nullable @MayHoldNul String raw,
      @Nullable Instant at,
      @Nullable JsonNode tree,
      @Nullable List<Paper> inside,
      @Nullable Map<String, String> named) {}

  @PUT
  @RolesAllowed(Permission.QUERY_RUN)
  public Map<String, Boolean> keep(@NotNull Paper paper) {
    return Map.of("hasTree", paper.tree() != null);
  }

  @GET
  @Path("search/{word}")
  @RolesAllowed(Permission.QUERY_READ)
  public Map<String, String> search(
      @PathParam("word") String word,
      @QueryParam("limit") @DefaultValue("100") int limit,
      @QueryParam("offset") @Nullable Long offset,
      @QueryParam("upload") @Nullable UUID upload,
      @QueryParam("all") @Nullable Boolean all,
      @QueryParam("text") @Nullable String text,
      @QueryParam("from") @Nullable String from) {
    return Map.of(
        "limit", String.valueOf(limit), "from", String.valueOf(Storable.instant("from", from)));
  }

  @GET
  @Path("pages")
  @RolesAllowed(Permission.QUERY_READ)
  public Page<String> pages(@QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 1);
    var from = after == null ? 0 : Integer.parseInt(after.value(0));
    var rows = IntStream.rangeClosed(from + 1, from + 3).mapToObj(String::valueOf).toList();
    return Page.of(rows, 2, Cursor::of);
  }

  @GET
  @Path("forgotten")
  public String forgotten() {
    return "nobody said who may read this";
  }
}

package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.ledger.ChangeSearch;
import io.tarn.scheduler.ledger.ChangeSearch.Place;
import io.tarn.scheduler.ledger.LedgerEntry;
import io.tarn.scheduler.ledger.ReviewService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// The change ledger: the write events of a tenant, and whether they were approved.
@Path("/v1/tenants/{tenant}/changes")
@RunOnVirtualThread
public class ChangesResource {
  private final ChangeSearch search;
  private final ReviewService reviews;
  private final CurrentTenant tenant;

  ChangesResource(ChangeSearch search, ReviewService reviews, CurrentTenant tenant) {
    this.search = search;
    this.reviews = reviews;
    this.tenant = tenant;
  }

  /// List changes, the newest first, each with what is said of it now.
  @GET
  @RolesAllowed(Permission.CHANGE_READ)
  public Page<ChangeResponse> list(
      @BeanParam @Valid ChangeFilterParameters parameters,
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var after = Cursor.decode(cursor, 2);
    var place = after == null ? null : new Place(Ends.time(after.value(0)), after.value(1));
    var found = search.list(tenant.id(), parameters.filter(), place, limit + 1);
    return Page.of(found, limit, ChangesResource::placeOf).map(ChangeResponse::of);
  }

  private static Cursor placeOf(LedgerEntry last) {
    return Cursor.of(last.event().time().toString(), last.event().changeId());
  }

  /// Count changes by day, by whoever made them and by service.
  @GET
  @Path("summary")
  @RolesAllowed(Permission.CHANGE_READ)
  public ChangeSummaryResponse summary(@BeanParam @Valid ChangeFilterParameters parameters) {
    return ChangeSummaryResponse.of(search.summary(tenant.id(), parameters.filter()));
  }

  /// List what waits for a reviewer: groups of changes that are unapproved, or emergencies, and
  /// that nobody has accepted.
  @GET
  @Path("queue")
  @RolesAllowed(Permission.CHANGE_READ)
  public ReviewQueueResponse queue(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit) {
    return ReviewQueueResponse.of(search.queue(tenant.id(), limit));
  }

  /// Read a change with all that was said of it, and with those that belong to it.
  ///
  /// @param change the id of the change
  @GET
  @Path("{change}")
  @RolesAllowed(Permission.CHANGE_READ)
  public ChangeDetailsResponse read(@PathParam("change") String change) {
    return ChangeDetailsResponse.of(search.find(tenant.id(), change));
  }

  /// Keep what a reviewer decides of a change.
  ///
  /// @param change the id of the change
  @POST
  @Path("{change}/reviews")
  @RolesAllowed(Permission.CHANGE_REVIEW)
  public ReviewedResponse review(
      @PathParam("change") String change, @Valid @NotNull ReviewRequest request) {
    return ReviewedResponse.of(
        reviews.decide(tenant.id(), change, request.toDecision(), tenant.actor()));
  }
}

package io.tarn.query.api;

import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.query.catalogue.QueryCatalogue;
import io.tarn.query.execution.HistorySearch;
import io.tarn.query.execution.QueryException;
import io.tarn.query.execution.QueryExecution;
import io.tarn.query.execution.QueryService;
import io.tarn.query.execution.QueryText;
import io.tarn.query.execution.Viewer;
import io.tarn.query.tenantdb.EventDataStores;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import io.tarn.service.gate.RecordedOncePer;
import io.tarn.service.idempotency.Idempotency;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import io.tarn.service.request.WaitParameter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/// Executions of a tenant's statements.
@Path("/v1/tenants/{tenant}/queries")
@RunOnVirtualThread
public class QueryResource {
  private static final String BEARER = "Bearer ";

  /// The purposes under which scheduler-service asks for windows.
  private static final Set<String> WINDOWED = Set.of("schedule", "change-ledger", "chargeback");

  private static final UUID NO_STORE = new UUID(0, 0);

  private final QueryService queries;
  private final QueryCatalogue catalogue;
  private final EventDataStores stores;
  private final CurrentTenant tenant;
  private final Idempotency idempotency;
  private final Clock clock;

  QueryResource(
      QueryService queries,
      QueryCatalogue catalogue,
      EventDataStores stores,
      CurrentTenant tenant,
      Idempotency idempotency,
      Clock clock) {
    this.queries = queries;
    this.catalogue = catalogue;
    this.stores = stores;
    this.tenant = tenant;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  /// Run a statement, or a kept query with values of its parameters. The answer comes at once; the
  /// execution is read at its address. A viewer runs kept queries only.
  @POST
  @RolesAllowed({Permission.QUERY_RUN, Permission.QUERY_RUN_SAVED})
  @APIResponseSchema(value = QueryResponse.class, responseCode = "202")
  public Response submit(
      @HeaderParam("Idempotency-Key") @Nullable String key,
      @Context HttpHeaders headers,
      @Valid @NotNull SubmitQueryRequest request) {
    var authorization = headers.getHeaderString(HttpHeaders.AUTHORIZATION);
    var grant = authorization.substring(BEARER.length()).strip();
    return idempotency.answer(key, "submit-query", request, () -> submit(request, grant));
  }

  private Response submit(SubmitQueryRequest request, String grant) {
    var execution =
        queries.submit(
            tenant.id(), tenant.actor(), tenant.role(), tenant.requestId(), text(request, grant));
    var location = "/v1/tenants/" + tenant.id() + "/queries/" + execution.key().id();
    return Response.accepted(shown(execution)).location(URI.create(location)).build();
  }

  private QueryText text(SubmitQueryRequest request, String grant) {
    var window = request.window();
    if (window == null) {
      return textWithoutWindow(request, grant);
    }
    if (!WINDOWED.contains(tenant.purpose())) {
      throw SubmitQueryRequest.windowRefused();
    }
    return textWithoutWindow(request, grant).inWindow(window.toRun());
  }

  private QueryText textWithoutWindow(SubmitQueryRequest request, String grant) {
    var kept = request.kept();
    if (kept != null) {
      return catalogue.toRun(grant, tenant.id(), kept.id(), kept.version(), request.givenValues());
    }
    if (!tenant.may(Permission.QUERY_RUN)) {
      throw new ForbiddenException();
    }
    return request.textToRun();
  }

  /// List the executions that the caller may see, the newest first. A page has at most `limit` of
  /// them, and fewer where statements are long; only `nextCursor` says that there are more.
  @GET
  @RolesAllowed(Permission.QUERY_READ)
  public Page<QuerySummary> list(
      @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(Page.MAX_LIMIT) int limit,
      @BeanParam HistoryParameters parameters) {
    var found = queries.newest(tenant.id(), search(parameters), limit);
    var now = clock.instant();
    var items = found.executions().stream().map(e -> QuerySummary.of(e, now)).toList();
    var next = found.hasMore() ? locationOf(found.executions().getLast()).encode() : null;
    return new Page<>(items, next);
  }

  /// Read an execution. With `wait` the answer comes after its end or after that time, whichever
  /// comes first.
  ///
  /// @param queryId the id of the execution
  @GET
  @Path("{queryId}")
  @RolesAllowed(Permission.QUERY_READ)
  @RecordedOncePer("queryId")
  public QueryResponse find(
      @PathParam("queryId") String queryId, @QueryParam("wait") @Nullable String wait)
      throws InterruptedException {
    var id = idOfPath(queryId);
    var execution =
        wait == null
            ? queries.find(tenant.id(), viewer(tenant), id)
            : queries.await(tenant.id(), viewer(tenant), id, WaitParameter.of(wait));
    return shown(execution);
  }

  /// Cancel an execution. One that has ended stays as it is.
  ///
  /// @param queryId the id of the execution
  @DELETE
  @Path("{queryId}")
  @RolesAllowed(Permission.QUERY_CANCEL)
  public RestResponse<QueryResponse> cancel(@PathParam("queryId") String queryId) {
    var execution = queries.cancel(tenant.id(), viewer(tenant), idOfPath(queryId));
    return RestResponse.status(RestResponse.Status.ACCEPTED, shown(execution));
  }

  /// What is no id at all is as unknown as one that is not ours.
  static UUID idOfPath(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw new QueryException.NotFound();
    }
  }

  /// Who calls, and whether they see what others have run.
  static Viewer viewer(CurrentTenant tenant) {
    return new Viewer(tenant.actor(), tenant.may(Permission.QUERY_READ_ALL));
  }

  private HistorySearch search(HistoryParameters parameters) {
    var store = parameters.store;
    return new HistorySearch(
        tenant.may(Permission.QUERY_READ_ALL) ? null : tenant.actor(),
        parameters.text,
        parameters.actor,
        parameters.states(),
        store == null ? null : stores.idOf(tenant.id(), store).orElse(NO_STORE),
        parameters.from(),
        parameters.to(),
        parameters.location());
  }

  private QueryResponse shown(QueryExecution execution) {
    return QueryResponse.of(execution, clock.instant());
  }

  private static Cursor locationOf(QueryExecution execution) {
    return Cursor.of(execution.submittedAt().toString(), execution.key().id().toString());
  }
}

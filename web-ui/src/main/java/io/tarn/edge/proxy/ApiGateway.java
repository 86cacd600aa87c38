package io.tarn.edge.proxy;

import io.quarkus.logging.Log;
import io.tarn.edge.config.EdgeConfig;
import io.tarn.edge.grant.Credential;
import io.tarn.edge.grant.GrantOutcome;
import io.tarn.edge.grant.GrantOutcome.Granted;
import io.tarn.edge.grant.GrantOutcome.Refused;
import io.tarn.edge.grant.KeptGrants;
import io.tarn.edge.guard.ForgeryGuard;
import io.tarn.edge.problem.Refusal;
import io.tarn.edge.problem.RequestIds;
import io.tarn.edge.route.CanonicalPath;
import io.tarn.edge.route.Destination;
import io.tarn.edge.route.Destination.Traffic;
import io.tarn.edge.route.RoutingTable;
import io.tarn.edge.route.Service;
import io.tarn.edge.session.Callers;
import io.tarn.edge.session.SessionCookie;
import io.tarn.edge.upstream.Upstreams;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;

/// The way of a request to `/v1`: canonical path, route, size, caller, grant, and on to the
/// service. Each step may end it with a problem document; none redirects.
@ApplicationScoped
public class ApiGateway {
  private static final Set<HttpMethod> METHODS =
      Set.of(
          HttpMethod.GET,
          HttpMethod.HEAD,
          HttpMethod.POST,
          HttpMethod.PUT,
          HttpMethod.PATCH,
          HttpMethod.DELETE);
  private static final Refusal BAD_METHOD =
      new Refusal(405, "method-not-allowed", "This address does not take that method.");

  private final Callers callers;
  private final KeptGrants grants;
  private final ForgeryGuard forgery;
  private final Upstreams upstreams;
  private final EdgeConfig limits;

  ApiGateway(
      Callers callers,
      KeptGrants grants,
      ForgeryGuard forgery,
      Upstreams upstreams,
      EdgeConfig limits) {
    this.callers = callers;
    this.grants = grants;
    this.forgery = forgery;
    this.upstreams = upstreams;
    this.limits = limits;
  }

  void register(@Observes Router router) {
    router.routeWithRegex("/+v1(/.*)?").handler(this::handle);
    router.route("/internal*").handler(Refusal.NOT_FOUND::answer);
  }

  private void handle(RoutingContext context) {
    var request = context.request();
    if (!METHODS.contains(request.method())) {
      BAD_METHOD.answer(context);
      return;
    }
    var path = CanonicalPath.of(String.valueOf(request.path()));
    if (path.isEmpty()) {
      Refusal.BAD_PATH.answer(context);
      return;
    }
    RoutingTable.find(path.get())
        .ifPresentOrElse(
            destination -> admit(context, path.get(), destination),
            () -> Refusal.NOT_FOUND.answer(context));
  }

  private void admit(RoutingContext context, CanonicalPath path, Destination destination) {
    if (contentLength(context) > limit(destination)) {
      Refusal.TOO_LARGE.answer(context);
      return;
    }
    // Nothing of the body is read before it is known where it goes.
    context.request().pause();
    if (isWebhook(context, destination)) {
      // Whatever credential it shows is not looked at: its signature is checked by the service.
      exchange(context, path, destination, Credential.WEBHOOK);
      return;
    }
    callers
        .find(context)
        .onSuccess(caller -> check(context, path, destination, caller))
        .onFailure(failure -> unknowable(context, failure));
  }

  private void check(
      RoutingContext context,
      CanonicalPath path,
      Destination destination,
      Optional<Credential> caller) {
    if (caller.isEmpty()) {
      SessionCookie.clear(context);
      Refusal.UNAUTHENTICATED.answer(context);
    } else if (caller.get().isOfSession() && !forgery.isFromConsole(context.request())) {
      Refusal.FORGED.answer(context);
    } else {
      exchange(context, path, destination, caller.get());
    }
  }

  private static boolean isWebhook(RoutingContext context, Destination destination) {
    return destination.traffic() == Traffic.WEBHOOK
        && HttpMethod.POST.equals(context.request().method());
  }

  private void exchange(
      RoutingContext context, CanonicalPath path, Destination destination, Credential credential) {
    grants
        .grant(credential, destination, RequestIds.of(context))
        .onSuccess(outcome -> proceed(context, path, destination, outcome))
        .onFailure(failure -> internal(context, failure));
  }

  private void proceed(
      RoutingContext context, CanonicalPath path, Destination destination, GrantOutcome outcome) {
    switch (outcome) {
      case Granted(var grant, _) -> forward(context, path, destination, grant);
      case Refused(var refusal) -> {
        if (refusal.status() == 401) {
          SessionCookie.clear(context);
        }
        refusal.answer(context);
      }
    }
  }

  private void forward(
      RoutingContext context, CanonicalPath path, Destination destination, String grant) {
    var request = context.request();
    var query = request.query();
    var uri = path.encoded() + (query == null ? "" : "?" + query);
    upstreams
        .client()
        .request(upstreams.to(destination.service(), request.method(), uri))
        .onSuccess(
            outgoing -> {
              if (mayChangeAccess(request.method(), destination)) {
                outgoing.response().onComplete(_ -> grants.forget());
              }
              new Exchange(context, outgoing, limits.answerTimeout())
                  .run(grant, limit(destination));
            })
        .onFailure(failure -> unreachable(context, destination, failure));
  }

  /// Members, roles and tenants are catalog-service's.
  private static boolean mayChangeAccess(HttpMethod method, Destination destination) {
    return destination.service() == Service.CATALOG
        && !HttpMethod.GET.equals(method)
        && !HttpMethod.HEAD.equals(method);
  }

  private long limit(Destination destination) {
    var size =
        switch (destination.traffic()) {
          case UPLOAD -> limits.maxUploadSize();
          case IMPORT -> limits.maxImportSize();
          case ORDINARY, WEBHOOK -> limits.maxRequestSize();
        };
    return size.asLongValue();
  }

  private static long contentLength(RoutingContext context) {
    var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException tooLong) {
      return Long.MAX_VALUE;
    }
  }

  private static void unreachable(
      RoutingContext context, Destination destination, Throwable failure) {
    Log.errorf("%s cannot be reached: %s", destination.service().audience(), failure.toString());
    Refusal.UNREACHABLE.answer(context);
  }

  private static void unknowable(RoutingContext context, Throwable failure) {
    Log.errorf("request %s: no session can be read: %s", RequestIds.of(context), failure);
    Refusal.NO_SIGN_IN.answer(context);
  }

  private static void internal(RoutingContext context, Throwable failure) {
    Log.errorf(failure, "request %s failed", RequestIds.of(context));
    new Refusal(500, "internal", "Something failed on our side.").answer(context);
  }
}

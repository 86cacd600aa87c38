package io.tarn.edge.session;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.tarn.edge.grant.Credential;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the credential of a request. A bearer token is passed on unchanged: catalog-service
/// judges it. A cookie is opened, and refreshed where its token has run out.
@ApplicationScoped
public class Callers {
  private static final String BEARER = "Bearer ";

  private final IdentityProviderManager identities;

  Callers(IdentityProviderManager identities) {
    this.identities = identities;
  }

  /// Empty where the request shows nothing, or a cookie that is not (or no longer) ours.
  public Future<Optional<Credential>> find(RoutingContext context) {
    var authorization = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (authorization != null) {
      return Future.succeededFuture(bearer(authorization));
    }
    if (!SessionCookie.isIn(context.request())) {
      return Future.succeededFuture(Optional.empty());
    }
    // A cookie that is not ours is no reason for a redirect: programs of the console ask here.
    context.remove(QuarkusHttpUser.AUTH_FAILURE_HANDLER);
    var identity = QuarkusHttpUser.getSecurityIdentity(context, identities);
    return Future.fromCompletionStage(
            identity.subscribeAsCompletionStage(), context.vertx().getOrCreateContext())
        .map(Callers::ofSession)
        .recover(Callers::notKnown);
  }

  private static Optional<Credential> bearer(String authorization) {
    return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? Optional.of(new Credential(authorization.substring(BEARER.length()).strip(), false))
        : Optional.empty();
  }

  /// An invalid cookie means no caller; an unreachable provider is an error of the edge.
  private static Future<Optional<Credential>> notKnown(Throwable failure) {
    return failure instanceof SecurityException
        ? Future.succeededFuture(Optional.empty())
        : Future.failedFuture(failure);
  }

  private static Optional<Credential> ofSession(@Nullable SecurityIdentity identity) {
    return Optional.ofNullable(identity)
        .map(known -> known.getCredential(AccessTokenCredential.class))
        .map(credential -> new Credential(credential.getToken(), true));
  }
}

package io.tarn.edge.session;

import io.quarkus.logging.Log;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcProviderClient;
import io.quarkus.oidc.RefreshToken;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.tarn.edge.config.InstallationConfig;
import io.tarn.edge.grant.Credential;
import io.tarn.edge.grant.KeptGrants;
import io.tarn.edge.guard.ForgeryGuard;
import io.tarn.edge.problem.Refusal;
import io.tarn.edge.problem.RequestIds;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Sign-out at both ends: catalog-service gives no more grants for the session, the provider
/// takes its refresh token back, the cookie goes, and the answer names the provider's address at
/// which its own session ends.
@ApplicationScoped
public class SignOut {
  private final Callers callers;
  private final KeptGrants grants;
  private final ForgeryGuard forgery;
  private final IdentityProviderManager identities;
  private final InstallationConfig installation;

  SignOut(
      Callers callers,
      KeptGrants grants,
      ForgeryGuard forgery,
      IdentityProviderManager identities,
      InstallationConfig installation) {
    this.callers = callers;
    this.grants = grants;
    this.forgery = forgery;
    this.identities = identities;
    this.installation = installation;
  }

  void register(@Observes Router router) {
    router.post("/sign-out").handler(this::signOut);
  }

  private void signOut(RoutingContext context) {
    if (!forgery.isFromConsole(context.request())) {
      Refusal.FORGED.answer(context);
      return;
    }
    callers
        .find(context)
        .compose(caller -> end(context, caller))
        .onSuccess(next -> answer(context, next))
        .onFailure(failure -> Refusal.UNREACHABLE.answer(context));
  }

  private Future<String> end(RoutingContext context, Optional<Credential> caller) {
    if (caller.isEmpty() || !caller.get().isOfSession()) {
      return Future.succeededFuture(LocalPath.HOME);
    }
    return grants
        .endSession(caller.get())
        .compose(_ -> known(context))
        .compose(identity -> revoke(context, identity).map(_ -> endAtProvider(identity)));
  }

  private Future<SecurityIdentity> known(RoutingContext context) {
    return future(context, QuarkusHttpUser.getSecurityIdentity(context, identities));
  }

  /// Revokes the refresh token, so that a copied cookie yields no new tokens, even if the browser
  /// never follows to the provider. A provider without revocation does not stop the sign-out.
  private static Future<Boolean> revoke(RoutingContext context, SecurityIdentity identity) {
    var provider = identity.<OidcProviderClient>getAttribute(OidcProviderClient.class.getName());
    var token = identity.getCredential(RefreshToken.class);
    if (provider == null || token == null || token.getToken() == null) {
      return Future.succeededFuture(false);
    }
    return future(context, provider.revokeRefreshToken(token.getToken()))
        .onFailure(
            failure ->
                Log.warnf("request %s: no token revoked: %s", RequestIds.of(context), failure))
        .otherwise(false);
  }

  private static <T> Future<T> future(RoutingContext context, Uni<T> later) {
    return Future.fromCompletionStage(
        later.subscribeAsCompletionStage(), context.vertx().getOrCreateContext());
  }

  private String endAtProvider(SecurityIdentity identity) {
    OidcConfigurationMetadata provider = identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
    var idToken = identity.getCredential(IdTokenCredential.class);
    if (provider == null || provider.getEndSessionUri() == null || idToken == null) {
      return LocalPath.HOME;
    }
    return provider.getEndSessionUri()
        + "?id_token_hint="
        + idToken.getToken()
        + "&post_logout_redirect_uri="
        + URLEncoder.encode(
            installation.publicUrl().resolve("/").toString(), StandardCharsets.UTF_8);
  }

  private static void answer(RoutingContext context, String next) {
    SessionCookie.clear(context);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(new JsonObject().put("location", next).toBuffer());
  }
}

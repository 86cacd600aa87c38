package io.tarn.service.gate;

import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.tarn.service.problem.RequestId;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Makes the caller's identity of the grant in `Authorization: Bearer`. Its roles are the grant's
/// permissions. Nothing else is accepted as a credential.
@ApplicationScoped
class GrantAuthenticationMechanism implements HttpAuthenticationMechanism {
  static final String GRANT = "tarn.grant";
  private static final String SCHEME = "Bearer ";
  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

  private final GrantVerifier verifier;

  GrantAuthenticationMechanism(GrantVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public int getPriority() {
    return 10_000;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager providers) {
    var token = tokenOf(context);
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    var known = verifier.known(token);
    if (known != null) {
      return Uni.createFrom().item(identityOf(known, context));
    }
    // Fetching keys may block, so this leaves the event loop.
    return Uni.createFrom()
        .item(() -> identityOf(verified(token), context))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }

  private static SecurityIdentity identityOf(Grant verified, RoutingContext context) {
    var grant = ofRequest(verified, context);
    RequestId.set(context, grant.requestId());
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(grant.actor().subject()))
        .addRoles(grant.role().permissions())
        .addAttribute(GRANT, grant)
        .build();
  }

  private Grant verified(String token) {
    try {
      return verifier.verify(token);
    } catch (GrantException.Invalid refused) {
      Log.debugf("a grant is refused: %s", refused.getMessage());
      throw new AuthenticationFailedException();
    }
  }

  /// A grant may serve several requests; those who have it tell the id of each beside it. What is
  /// no id is not taken: it would go into records and logs.
  private static Grant ofRequest(Grant grant, RoutingContext context) {
    var told = context.request().getHeader(RequestId.HEADER);
    return told != null && UUID_TEXT.matcher(told).matches() ? grant.forRequest(told) : grant;
  }

  private static @Nullable String tokenOf(RoutingContext context) {
    var header = context.request().getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    // Another scheme is a credential as well, and not one that the gate accepts.
    return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? header.substring(SCHEME.length()).strip()
        : "";
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}

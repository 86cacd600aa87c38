package io.tarn.edge.grant;

import io.quarkus.logging.Log;
import io.tarn.common.secret.MasterSecret;
import io.tarn.edge.config.EdgeConfig;
import io.tarn.edge.config.InstallationConfig;
import io.tarn.edge.grant.GrantOutcome.Granted;
import io.tarn.edge.grant.GrantOutcome.Refused;
import io.tarn.edge.problem.Refusal;
import io.tarn.edge.route.Destination;
import io.tarn.edge.route.Service;
import io.tarn.edge.upstream.Upstreams;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;

/// Client of catalog-service for credentials: asks anew each time ([KeptGrants] does not).
@ApplicationScoped
class CatalogClient implements GrantSource {
  private static final String EDGE_KEY = "Tarn-Edge-Key";

  private final Upstreams upstreams;
  private final String edgeKey;
  private final long timeoutMillis;

  CatalogClient(Upstreams upstreams, EdgeConfig limits, InstallationConfig installation) {
    this.upstreams = upstreams;
    this.edgeKey = MasterSecret.load(installation.masterSecretFile()).derive("edge-key", "web-ui");
    this.timeoutMillis = limits.grantTimeout().toMillis();
  }

  @Override
  public Future<GrantOutcome> grant(
      Credential credential, Destination destination, String requestId) {
    var question =
        new JsonObject()
            .put("credential", shown(credential))
            .put("tenant", destination.tenant().orElse(null))
            .put("audience", destination.service().audience())
            .put("purpose", isWebhook(credential) ? "webhook" : "interactive")
            .put("requestId", requestId);
    return post("/internal/grants", question)
        .map(CatalogClient::outcome)
        .recover(CatalogClient::unreachable);
  }

  private static JsonObject shown(Credential credential) {
    return isWebhook(credential)
        ? new JsonObject().put("type", "webhook")
        : new JsonObject().put("type", "oidc").put("token", credential.token());
  }

  /// A bearer token that is empty is another one, and is judged.
  // The constant is meant, and nothing that equals it.
  @SuppressWarnings("ReferenceEquality")
  private static boolean isWebhook(Credential credential) {
    return credential == Credential.WEBHOOK;
  }

  @Override
  public Future<Void> endSession(Credential credential) {
    var body = new JsonObject().put("token", credential.token());
    return post("/internal/sessions/ended", body)
        .compose(
            answer ->
                // A token that is refused has no session left to end.
                answer.status() < 300 || answer.status() == 401
                    ? Future.succeededFuture()
                    : Future.failedFuture("catalog-service answered " + answer.status()));
  }

  private Future<Answer> post(String path, JsonObject body) {
    var options = upstreams.to(Service.CATALOG, HttpMethod.POST, path).setTimeout(timeoutMillis);
    return upstreams
        .client()
        .request(options)
        .compose(
            request ->
                request
                    .putHeader(EDGE_KEY, edgeKey)
                    .putHeader("Content-Type", "application/json")
                    .send(body.toBuffer()))
        .compose(
            response -> response.body().map(bytes -> new Answer(response.statusCode(), bytes)));
  }

  private static GrantOutcome outcome(Answer answer) {
    return switch (answer.status()) {
      case 200 -> granted(answer.json());
      case 401 ->
          new Refused(isSessionEnded(answer) ? Refusal.SESSION_ENDED : Refusal.UNAUTHENTICATED);
      case 403, 404 -> new Refused(Refusal.NOT_FOUND);
      default -> {
        if (isTenantRefused(answer)) {
          yield new Refused(Refusal.NOT_FOUND);
        }
        Log.errorf("catalog-service answered %d to a request for a grant", answer.status());
        yield new Refused(Refusal.NO_SIGN_IN);
      }
    };
  }

  private static Granted granted(JsonObject answer) {
    var ends = answer.getInstant("expiresAt");
    var credentialEnds = answer.getInstant("credentialExpiresAt");
    return new Granted(
        answer.getString("grant"), credentialEnds.isBefore(ends) ? credentialEnds : ends);
  }

  /// A name that no tenant can have is the name of no tenant.
  private static boolean isTenantRefused(Answer answer) {
    var violations = answer.json().getJsonArray("violations", new JsonArray());
    return !violations.isEmpty()
        && violations.stream()
            .allMatch(
                fault -> fault instanceof JsonObject o && "tenant".equals(o.getString("field")));
  }

  private static boolean isSessionEnded(Answer answer) {
    return "/problems/session-ended".equals(answer.json().getString("type"));
  }

  private static Future<GrantOutcome> unreachable(Throwable failure) {
    Log.errorf("catalog-service gives no grant: %s", failure.toString());
    return Future.succeededFuture(new Refused(Refusal.NO_SIGN_IN));
  }

  private record Answer(int status, Buffer bytes) {
    JsonObject json() {
      try {
        return bytes.toJsonObject();
      } catch (DecodeException notJson) {
        return new JsonObject();
      }
    }
  }
}

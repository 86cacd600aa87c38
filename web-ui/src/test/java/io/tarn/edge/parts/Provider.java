package io.tarn.edge.parts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/// A small OpenID provider with code flow and PKCE that lets everybody in at once.
public final class Provider implements AutoCloseable {
  static final String CLIENT_SECRET = "a-client-secret-of-the-test-provider-0123456789";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int USUAL_SECONDS = 300;

  private final HttpServer server;
  private final RsaJsonWebKey key;
  private final Map<String, Map<String, String>> flows = new ConcurrentHashMap<>();
  private final Set<String> liveRefreshTokens = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refreshes = new AtomicInteger();
  private volatile Map<String, String> lastAuthorization = Map.of();
  private volatile int tokenSeconds = USUAL_SECONDS;

  Provider() throws IOException {
    try {
      key = RsaJwkGenerator.generateJwk(2048);
      key.setKeyId("test");
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/.well-known/openid-configuration", this::metadata);
    server.createContext("/jwks", exchange -> answer(exchange, keys()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/revoke", this::revoke);
    server.start();
  }

  public String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// From now on tokens live this long.
  public void giveTokensFor(int seconds) {
    tokenSeconds = seconds;
  }

  public void giveUsualTokens() {
    tokenSeconds = USUAL_SECONDS;
  }

  /// How often tokens were given for a refresh token.
  public int refreshes() {
    return refreshes.get();
  }

  /// The refresh tokens that still open something.
  public Set<String> liveRefreshTokens() {
    return liveRefreshTokens;
  }

  /// Parameters of the last redirect to the provider.
  public Map<String, String> lastAuthorization() {
    return lastAuthorization;
  }

  private void metadata(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        Map.of(
            "issuer", issuer(),
            "authorization_endpoint", issuer() + "/authorize",
            "token_endpoint", issuer() + "/token",
            "jwks_uri", issuer() + "/jwks",
            "revocation_endpoint", issuer() + "/revoke",
            "end_session_endpoint", issuer() + "/end"));
  }

  private Map<String, ?> keys() {
    var publicKey = key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    publicKey.putAll(Map.of("alg", "RS256", "use", "sig"));
    return Map.of("keys", List.of(publicKey));
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = form(exchange.getRequestURI().getRawQuery());
    lastAuthorization = asked;
    var code = UUID.randomUUID().toString();
    flows.put(code, asked);
    var back = asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state");
    exchange.getResponseHeaders().add("Location", back);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private void token(HttpExchange exchange) throws IOException {
    var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if ("refresh_token".equals(asked.get("grant_type"))) {
      refresh(exchange, asked);
      return;
    }
    var flow = flows.remove(asked.getOrDefault("code", ""));
    if (flow == null || !challenge(asked.get("code_verifier")).equals(flow.get("code_challenge"))) {
      refuse(exchange);
      return;
    }
    giveTokens(exchange, flow.get("nonce"));
  }

  private void refresh(HttpExchange exchange, Map<String, String> asked) throws IOException {
    if (!liveRefreshTokens.remove(asked.get("refresh_token"))) {
      refuse(exchange);
      return;
    }
    refreshes.incrementAndGet();
    giveTokens(exchange, null);
  }

  private void revoke(HttpExchange exchange) throws IOException {
    var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    liveRefreshTokens.remove(asked.get("token"));
    answer(exchange, Map.of());
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.sendResponseHeaders(400, -1);
    exchange.close();
  }

  private void giveTokens(HttpExchange exchange, @Nullable String nonce) throws IOException {
    var refreshToken = "refresh-" + UUID.randomUUID();
    liveRefreshTokens.add(refreshToken);
    answer(
        exchange,
        Map.of(
            "access_token",
            "access-" + UUID.randomUUID(),
            "refresh_token",
            refreshToken,
            "id_token",
            idToken(nonce),
            "token_type",
            "Bearer",
            "expires_in",
            tokenSeconds));
  }

  private String idToken(@Nullable String nonce) throws JsonProcessingException {
    long now = System.currentTimeMillis() / 1000;
    var claims =
        new HashMap<String, Object>(
            Map.of(
                "iss",
                issuer(),
                "aud",
                "tarn-console",
                "sub",
                "ada",
                "iat",
                now,
                "exp",
                now + tokenSeconds));
    if (nonce != null) {
      claims.put("nonce", nonce);
    }
    var signature = new JsonWebSignature();
    signature.setPayload(JSON.writeValueAsString(claims));
    signature.setKey(key.getPrivateKey());
    signature.setKeyIdHeaderValue("test");
    signature.setAlgorithmHeaderValue("RS256");
    try {
      return signature.getCompactSerialization();
    } catch (JoseException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String challenge(String verifier) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, String> form(String text) {
    return Arrays.stream(text.split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0],
                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                (_, last) -> last));
  }

  private static void answer(HttpExchange exchange, Map<String, ?> body) throws IOException {
    var bytes = JSON.writeValueAsBytes(body);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

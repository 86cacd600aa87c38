package io.tarn.acceptance.product;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The demo users, signed in at the real identity provider by the direct grant of the command
/// line's client.
public final class People {
  /// Tokens live for five minutes, and a test may take two with the one it has.
  private static final Duration FRESH = Duration.ofMinutes(2);

  private final Product product;
  private final Map<String, Token> tokens = new ConcurrentHashMap<>();

  private record Token(String text, Instant madeAt) {
    boolean isFresh() {
      return madeAt.plus(FRESH).isAfter(Instant.now());
    }
  }

  public People(Product product) {
    this.product = product;
  }

  /// A caller at the edge, such as `person("acme", "analyst")`; the token is kept while it is
  /// fresh.
  public Caller person(String tenant, String role) {
    return person(tenant + "-" + role);
  }

  /// A caller at the edge by the name of the user.
  public Caller person(String user) {
    var token =
        tokens.compute(user, (_, kept) -> kept != null && kept.isFresh() ? kept : made(user));
    return Caller.bearing(product.edge(), token.text());
  }

  private Token made(String user) {
    return new Token(freshToken(user), Instant.now());
  }

  /// A token made now.
  public String freshToken(String user) {
    return token("tarn", "tarn-cli", user, product.demoPassword()).with(200).text("access_token");
  }

  /// Asks the identity provider for a token by the direct grant.
  public Answer token(String realm, String client, String user, String password) {
    var form =
        Map.of(
            "grant_type",
            "password",
            "client_id",
            client,
            "username",
            user,
            "password",
            password,
            "scope",
            "openid");
    return Caller.anonymous(product.identityProvider())
        .with("Content-Type", "application/x-www-form-urlencoded")
        .post("/realms/" + realm + "/protocol/openid-connect/token", encoded(form));
  }

  /// A form's text.
  public static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  /// One value, for a path segment or a query parameter.
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /// The address of a realm.
  public URI realm(String name) {
    return product.identityProvider().resolve("/realms/" + name);
  }
}

package io.tarn.local.realm;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The realm `tarn` of the embedded Keycloak: the two clients and the users of the demo.
public final class DemoRealm {
  private static final ObjectMapper JSON = new ObjectMapper();

  private DemoRealm() {}

  /// The realm as Keycloak imports it.
  public static String json(String publicUrl, String consoleSecret, String demoPassword) {
    var realm =
        JSON.createObjectNode()
            .put("realm", "tarn")
            .put("displayName", "Tarn")
            .put("enabled", true)
            .put("sslRequired", "external")
            .put("registrationAllowed", false)
            .put("bruteForceProtected", true)
            .put("accessTokenLifespan", 300);
    var clients = realm.putArray("clients");
    clients.add(console(publicUrl, consoleSecret));
    clients.add(commandLine());
    var users = realm.putArray("users");
    DemoUser.all().forEach(user -> users.add(user(user, demoPassword)));
    return realm.toPrettyString();
  }

  private static ObjectNode console(String publicUrl, String secret) {
    var client =
        JSON.createObjectNode()
            .put("clientId", "tarn-console")
            .put("name", "Tarn console")
            .put("publicClient", false)
            .put("secret", secret)
            .put("standardFlowEnabled", true)
            .put("directAccessGrantsEnabled", false);
    client.putArray("redirectUris").add(publicUrl + "/*");
    client
        .putObject("attributes")
        .put("pkce.code.challenge.method", "S256")
        .put("post.logout.redirect.uris", publicUrl + "/*");
    client.putArray("protocolMappers").add(audience());
    return client;
  }

  private static ObjectNode commandLine() {
    var client =
        JSON.createObjectNode()
            .put("clientId", "tarn-cli")
            .put("name", "Tarn command line")
            .put("publicClient", true)
            .put("standardFlowEnabled", false)
            .put("directAccessGrantsEnabled", true);
    client.putArray("protocolMappers").add(audience());
    return client;
  }

  private static ObjectNode audience() {
    var mapper =
        JSON.createObjectNode()
            .put("name", "tarn-audience")
            .put("protocol", "openid-connect")
            .put("protocolMapper", "oidc-audience-mapper");
    mapper
        .putObject("config")
        .put("included.custom.audience", "tarn")
        .put("access.token.claim", "true")
        .put("id.token.claim", "false");
    return mapper;
  }

  private static ObjectNode user(DemoUser user, String password) {
    var domain = user.slug().isEmpty() ? "msp" : user.slug();
    var entry =
        JSON.createObjectNode()
            .put("id", user.subject())
            .put("username", user.username())
            .put("enabled", true)
            .put("email", "%s@%s.example".formatted(user.username(), domain))
            .put("emailVerified", true)
            .put("firstName", capitalised(domain))
            .put("lastName", capitalised(user.role()));
    entry
        .putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", password)
        .put("temporary", false);
    return entry;
  }

  private static String capitalised(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1).replace('-', ' ');
  }
}

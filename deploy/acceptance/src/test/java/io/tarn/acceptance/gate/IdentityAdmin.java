package io.tarn.acceptance.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.common.secret.MasterSecret;

/// Makes clients and realms at the real identity provider whose tokens Tarn must refuse.
final class IdentityAdmin {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Product product;
  private final Caller admin;

  IdentityAdmin(Product product) {
    this.product = product;
    var password = MasterSecret.load(product.masterSecret()).derive("keycloak-admin", "admin");
    var token =
        new People(product)
            .token("master", "admin-cli", "admin", password)
            .with(200)
            .text("access_token");
    this.admin = Caller.bearing(product.identityProvider(), token);
  }

  /// A client like that of the command line, whose tokens end after a second.
  void shortLivedClient(String name) {
    var client = client(name);
    client.putObject("attributes").put("access.token.lifespan", "1");
    client.putArray("protocolMappers").add(audience());
    admin.post("/admin/realms/tarn/clients", client.toString()).with(201);
  }

  /// How many seconds the console's access tokens live; empty for the realm's usual time.
  void consoleTokensLive(String seconds) {
    var client =
        (ObjectNode)
            admin.get("/admin/realms/tarn/clients?clientId=tarn-console").with(200).json().get(0);
    client.withObject("/attributes").put("access.token.lifespan", seconds);
    admin
        .send("PUT", "/admin/realms/tarn/clients/" + client.get("id").asText(), client.toString())
        .with(204);
  }

  /// A client whose tokens have another audience.
  void clientOfAnotherAudience(String name) {
    admin.post("/admin/realms/tarn/clients", client(name).toString()).with(201);
  }

  /// A realm of its own, with a user of that name and a client whose tokens say that they are for
  /// Tarn.
  void otherRealm(String realm, String user) {
    admin
        .post(
            "/admin/realms", JSON.objectNode().put("realm", realm).put("enabled", true).toString())
        .with(201);
    var client = client("tarn-cli");
    client.putArray("protocolMappers").add(audience());
    admin.post("/admin/realms/" + realm + "/clients", client.toString()).with(201);
    admin.post("/admin/realms/" + realm + "/users", user(user).toString()).with(201);
  }

  private static ObjectNode client(String name) {
    return JSON.objectNode()
        .put("clientId", name)
        .put("publicClient", true)
        .put("directAccessGrantsEnabled", true)
        .put("standardFlowEnabled", false);
  }

  private static ObjectNode audience() {
    var mapper =
        JSON.objectNode()
            .put("name", "audience tarn")
            .put("protocol", "openid-connect")
            .put("protocolMapper", "oidc-audience-mapper");
    mapper
        .putObject("config")
        .put("included.custom.audience", "tarn")
        .put("access.token.claim", "true");
    return mapper;
  }

  private ObjectNode user(String name) {
    var user =
        JSON.objectNode()
            .put("username", name)
            .put("enabled", true)
            .put("email", name + "@example.com")
            .put("emailVerified", true)
            .put("firstName", name)
            .put("lastName", name);
    user.putArray("credentials")
        .addObject()
        .put("type", "password")
        .put("value", product.demoPassword())
        .put("temporary", false);
    return user;
  }
}

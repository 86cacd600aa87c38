package io.tarn.acceptance.gate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import io.tarn.common.secret.MasterSecret;
import java.util.UUID;

/// Real grants, obtained as the edge obtains them, for use at the wrong services.
final class Grants {
  private final Product product;
  private final Caller catalog;

  Grants(Product product) {
    this.product = product;
    var secret = MasterSecret.load(product.masterSecret());
    this.catalog =
        Caller.anonymous(product.address(Service.CATALOG))
            .with("Tarn-Edge-Key", secret.derive("edge-key", "web-ui"));
  }

  /// A grant for one service and one tenant.
  String grant(String token, String tenant, Service audience) {
    return exchange(catalog, token, tenant, audience).with(200).text("grant");
  }

  /// An exchange without the edge's key.
  Answer exchangeWithoutTheKeyOfTheEdge(String token, String tenant, Service audience) {
    return exchange(Caller.anonymous(product.address(Service.CATALOG)), token, tenant, audience);
  }

  private static Answer exchange(Caller caller, String token, String tenant, Service audience) {
    var request =
        JsonNodeFactory.instance
            .objectNode()
            .put("tenant", tenant)
            .put("audience", audience.module())
            .put("purpose", "interactive")
            .put("requestId", UUID.randomUUID().toString());
    request.putObject("credential").put("type", "oidc").put("token", token);
    return caller.post("/internal/grants", request.toString());
  }
}

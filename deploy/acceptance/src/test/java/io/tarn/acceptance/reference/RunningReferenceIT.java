package io.tarn.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Service;
import io.tarn.common.reference.ReferencePage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pages that the running services tell.
class RunningReferenceIT {
  private final Product product = Product.running();

  @ParameterizedTest
  @MethodSource("io.tarn.acceptance.product.Service#behindTheEdge")
  void theOpenApiDocumentIsTheOneOfTheRunningService(Service service) {
    var document = Caller.anonymous(product.address(service)).get("/q/openapi").with(200).body();
    assertThat(document).startsWith("---");
    new ReferencePage("openapi/" + service.module() + ".yaml", document).check();
  }

  @Test
  void theMetricsPageNamesWhatTheServicesShow() {
    MetricsPage.page(product).check();
  }
}

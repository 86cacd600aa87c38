package io.tarn.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.service.gate.EndpointPermissions;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  @Test
  void nameAPermissionEach() {
    // given
    var endpoints = EndpointPermissions.ofThisModule();

    // when
    var missing =
        endpoints.missing(
            "GrantsResource.issue",
            "GrantsResource.issueScheduled",
            "GrantsResource.issueReader",
            "GrantsResource.exchange",
            "GrantsResource.endSession",
            "GrantsResource.keys",
            "DeliveryPlaceResource.read");

    // then
    assertThat(endpoints.count()).isGreaterThan(20);
    assertThat(missing).isEmpty();
  }
}

package io.tarn.query.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.service.gate.EndpointPermissions;
import org.junit.jupiter.api.Test;

/// Nothing of this service is open to everybody.
class EndpointsTest {
  @Test
  void nameAPermissionEach() {
    // given
    var endpoints = EndpointPermissions.ofThisModule();
    // then
    assertThat(endpoints.count()).isGreaterThan(8);
    assertThat(endpoints.missing()).isEmpty();
  }
}

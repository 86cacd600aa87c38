package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.service.gate.EndpointPermissions;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  @Test
  void nameAPermissionEach() {
    var endpoints = EndpointPermissions.ofThisModule();
    assertThat(endpoints.count()).isGreaterThan(10);
    assertThat(endpoints.missing()).isEmpty();
  }
}

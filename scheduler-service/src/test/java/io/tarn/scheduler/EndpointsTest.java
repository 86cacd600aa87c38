package io.tarn.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.service.gate.EndpointPermissions;
import org.junit.jupiter.api.Test;

class EndpointsTest {

  @Test
  void nameAPermissionEach() {
    assertThat(EndpointPermissions.ofThisModule().missing()).isEmpty();
  }
}

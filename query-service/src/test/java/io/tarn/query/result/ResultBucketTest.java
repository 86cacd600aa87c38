package io.tarn.query.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.config.TarnConfig;
import io.tarn.query.api.OnQueryParts;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@OnQueryParts
class ResultBucketTest {
  @Inject TarnConfig tarn;

  @Test
  void theFirstResultOfAnInstallationMakesTheBucketHoweverLargeItIs() {
    // given: more than the endpoint reads before it says that there is no bucket
    var bucket = new ResultBucket(tarn.s3(), "results-" + UUID.randomUUID());
    var content = new byte[8_000_000];
    // when
    bucket.put("first", content);
    // then
    assertThat(bucket.get("first")).hasSameSizeAs(content);
    bucket.close();
  }
}

package io.tarn.local.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestSignatureTest {
  /// The example of the S3 documentation for a GET with a range, with its published credentials.
  @Test
  void signsThePublishedExample() {
    // given
    var identity =
        new S3Identity(
            "https://examplebucket.s3.amazonaws.com",
            "us-east-1",
            "AKIAIOSFODNN7EXAMPLE",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            null);
    var request =
        new RequestSignature.Request(
            "GET",
            "/test.txt",
            "",
            Map.of("host", "examplebucket.s3.amazonaws.com", "range", "bytes=0-9"),
            new byte[0]);
    // when
    var headers =
        RequestSignature.headers(identity, request, Instant.parse("2013-05-24T00:00:00Z"));
    // then
    assertThat(headers.get("authorization"))
        .endsWith("Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
  }
}

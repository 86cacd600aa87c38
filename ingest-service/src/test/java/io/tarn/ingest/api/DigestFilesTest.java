package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Digest files are kept whole, each once a tenant, and counted apart from events.
@QuarkusTest
@OnIngestParts
class DigestFilesTest {
  @Test
  void keepsItWholeAndOnce() throws IOException {
    // given
    var acme = TestTenant.make("acme");
    var digest = digest();

    // when
    String first =
        acme.put(digest)
            .statusCode(200)
            .body("received", equalTo(0))
            .body("rejected", equalTo(0))
            .body("digestFiles", equalTo(1))
            .extract()
            .path("upload");
    String second = acme.put(digest).statusCode(200).extract().path("upload");

    // then
    assertThat(kept(acme, "convert_from(bytes, 'UTF8'), object_key, cardinality(uploads)"))
        .containsExactly(List.of(digest, "body", 2));
    assertThat(kept(acme, "sha256 = sha256(bytes)")).containsExactly(List.of(true));
    for (var upload : List.of(first, second)) {
      var sum = acme.awaitUpload(upload);
      assertThat(sum.getInt("digestFiles")).isEqualTo(1);
      assertThat(UploadsTest.sum(sum)).containsEntry("received", 0).containsEntry("rejected", 0);
    }
  }

  @Test
  void keepsItApartFromOtherTenants() throws IOException {
    // given
    var acme = TestTenant.make("acme");
    var globex = TestTenant.make("globex");

    // when
    acme.put(digest()).statusCode(200);

    // then
    assertThat(kept(acme, "1")).hasSize(1);
    assertThat(kept(globex, "1")).isEmpty();
  }

  @Test
  void leavesWithTheLastUploadThatContainsIt() throws IOException {
    // given
    var acme = TestTenant.make("acme");
    String first = acme.put(digest()).extract().path("upload");
    String second = acme.put(digest()).extract().path("upload");
    acme.awaitUpload(first);
    acme.awaitUpload(second);

    // when
    PurgeTest.purgeAll(acme, first);

    // then
    assertThat(kept(acme, "uploads[1]::text")).containsExactly(List.of(second));
    PurgeTest.purgeAll(acme, second);
    assertThat(kept(acme, "1")).isEmpty();
  }

  private static List<List<Object>> kept(TestTenant tenant, String what) {
    return TestTenant.rows(
        "select %s from ingest.digest_files where tenant_id = '%s'"
            .formatted(what, tenant.id().value()));
  }

  private static String digest() throws IOException {
    try (InputStream file = DigestFilesTest.class.getResourceAsStream("/forms/digest-file.json")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}

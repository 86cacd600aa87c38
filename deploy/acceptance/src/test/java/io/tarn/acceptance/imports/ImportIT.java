package io.tarn.acceptance.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/// `./tarn import` with trail files: totals, repetition, resumption, dry run and rejected
/// records.
class ImportIT {
  private static final String TENANT = "acme";
  private static final int EVENTS = 3000;
  private static final String ACCOUNT = "444455556666";
  private static final String EVENT =
      """
      {"eventVersion":"1.11","eventID":"%s","eventTime":"2025-05-05T05:05:05Z",\
      "eventSource":"sts.amazonaws.com","eventName":"GetCallerIdentity","awsRegion":"us-east-1",\
      "recipientAccountId":"%s","eventType":"AwsApiCall","eventCategory":"Management"}
      """;

  @TempDir private Path temporary;
  private Path folder = Path.of("");
  private final Product product = Product.running();
  private final People people = new People(product);
  private String store = "";

  @BeforeEach
  void makeAStore(TestInfo test) throws IOException {
    folder = Files.createDirectories(temporary.resolve(TENANT));
    store =
        "import-" + test.getTestMethod().orElseThrow().getName().toLowerCase(java.util.Locale.ROOT);
    people
        .person(TENANT, "tenant-admin")
        .post(
            "/v1/tenants/" + TENANT + "/event-data-stores",
            "{\"name\":\"%s\",\"category\":\"CloudTrail\"}".formatted(store))
        .with(201);
  }

  @Test
  void countsEveryEventAndStoresNothingTheSecondTime() {
    // given
    trail();
    // when
    var first = product.tarn("import", TENANT, folder.toString(), "--store", store).succeeded();
    var second = product.tarn("import", TENANT, folder.toString(), "--store", store).succeeded();
    // then
    assertThat(first.output())
        .containsPattern("received +3,000\n")
        .containsPattern("stored +3,000\n")
        .containsPattern("rejected +0\n")
        .doesNotContain("account ");
    assertThat(second.output())
        .containsPattern("stored +0\n")
        .containsPattern("duplicate +3,000\n");
    assertThat(stored()).isEqualTo(EVENTS);
  }

  @Test
  void resumesWithTheFilesNotReceived() throws IOException {
    // given
    trail();
    var received = files().getFirst();
    var ingest = people.person(TENANT, "ingest");
    var upload = open(ingest);
    ingest
        .post(
            "/v1/tenants/%s/uploads/%s/files?name=%s"
                .formatted(TENANT, upload, People.encoded(received.toString())),
            EVENT.formatted("resumed", ACCOUNT))
        .with(200);
    // when
    var rest = product.tarn("import", TENANT, folder.toString(), "--store", store).succeeded();
    // then
    assertThat(rest.output()).contains("Resuming; 1 files are already received");
    assertThat(count("recipientAccountId = '" + ACCOUNT + "'")).isEqualTo(1);
    assertThat(stored()).isBetween(1L, (long) EVENTS);
  }

  @Test
  void listsAccountsAndStoresNothingInADryRun() throws IOException {
    // given
    Files.writeString(folder.resolve("one.json"), EVENT.formatted("dry-run", "555566667777"));
    // when
    var dry = product.tarn("import", TENANT, folder.toString(), "--store", store, "--dry-run");
    // then
    assertThat(dry.succeeded().output())
        .containsPattern("would be stored +1\n")
        .containsPattern("account 555566667777 +1  new\n")
        .contains("Dry run: nothing was stored.");
    assertThat(stored()).isZero();
  }

  @Test
  void countsRejectedRecordsByReason() throws IOException {
    // given
    var lines =
        EVENT.formatted("rejected", "666677778888") + "{\"eventName\":\"NoId\"}\n{\"broken\n";
    Files.writeString(folder.resolve("mixed.jsonl"), lines);
    // when
    var imported = product.tarn("import", TENANT, folder.toString(), "--store", store);
    // then
    assertThat(imported.exitCode()).isEqualTo(1);
    assertThat(imported.errors())
        .containsPattern("mixed.jsonl: byte \\d+, line 2: no-event-id: ")
        .containsPattern("mixed.jsonl: byte \\d+, line 3: not-json: ");
    assertThat(imported.output())
        .containsPattern("account 666677778888 +1  new\n")
        .containsPattern("received +3\n")
        .containsPattern("stored +1\n")
        .containsPattern("rejected +2\n")
        .containsPattern("no-event-id +1\n")
        .containsPattern("not-json +1\n");
  }

  @Test
  void readsFilesUnderAnyNameAndNamesWhatItCannotRead() throws IOException {
    // given
    Files.writeString(folder.resolve("cloudtrail.log"), EVENT.formatted("log", ACCOUNT));
    Files.writeString(folder.resolve("trail-to-s3-1-2025"), EVENT.formatted("stream", ACCOUNT));
    Files.writeString(folder.resolve("notice"), "{\"s3Bucket\":\"b\",\"s3ObjectKey\":[]}");
    // when
    var whole = product.tarn("import", TENANT, folder.toString(), "--store", store).succeeded();
    Files.writeString(folder.resolve("photo"), "PAR1 and more");
    var dry = product.tarn("import", TENANT, folder.toString(), "--store", store, "--dry-run");
    // then
    assertThat(whole.output()).containsPattern("stored +2\n").containsPattern("notice +1\n");
    assertThat(dry.exitCode()).isEqualTo(1);
    assertThat(dry.errors()).containsPattern("photo: byte 0, line 1: unknown-form: .*Parquet");
    assertThat(dry.output())
        .containsPattern("would be stored +0\n")
        .containsPattern("already stored +2\n");
  }

  @Test
  void failsForAMissingFileAndAnUnknownStore() {
    // when
    var missing = product.tarn("import", TENANT, folder.resolve("none.json").toString());
    var nowhere = product.tarn("import", TENANT, folder.toString(), "--store", "no-such-store");
    // then
    assertThat(missing.exitCode()).isNotZero();
    assertThat(missing.errors()).contains("none.json cannot be read");
    assertThat(nowhere.exitCode()).isNotZero();
  }

  /// Generated trail files below the folder.
  private void trail() {
    product
        .tarn(
            "demo",
            TENANT,
            "--events",
            Integer.toString(EVENTS),
            "--seed",
            "3",
            "--from",
            "2025-02-03",
            "--to",
            "2025-02-10",
            "--digest-every",
            "P1D",
            "--folder",
            temporary.toString())
        .succeeded();
  }

  private List<Path> files() throws IOException {
    try (var found = Files.walk(folder)) {
      return found
          .filter(file -> file.toString().contains("/CloudTrail/"))
          .filter(Files::isRegularFile)
          .sorted()
          .toList();
    }
  }

  private String open(Caller ingest) {
    var body = "{\"source\":\"import %s\",\"store\":\"%s\"}".formatted(folder, store);
    return ingest.post("/v1/tenants/" + TENANT + "/uploads", body).with(201).text("id");
  }

  private long stored() {
    return count("eventID IS NOT NULL");
  }

  private long count(String condition) {
    var statement = "SELECT count(*) FROM \"%s\" WHERE %s".formatted(store, condition);
    return Long.parseLong(Statements.single(people.person(TENANT, "analyst"), TENANT, statement));
  }
}

package io.tarn.cli.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tarn.common.proof.DocumentStatement;
import io.tarn.common.proof.DsseEnvelope;
import io.tarn.common.proof.InTotoStatement;
import io.tarn.common.proof.ProofFormatException;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.SignFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A valid export, and what somebody may do to it.
class ExportVerifierTest {
  private static final String SIGN = SignFile.NAME;
  private static final String STATEMENT = InTotoStatement.FILE_NAME;
  private static final String ONE = "result_1.csv.gz";
  private static final String TWO = "result_2.csv.gz";

  @TempDir private Path work;

  /// @param said the beginning of a finding, which names the file
  record Manipulation(
      String what, int exitCode, String said, Consumer<Map<String, byte[]>> change) {
    @Override
    public String toString() {
      return what;
    }
  }

  @Test
  void acceptsAnExportAsItWasMade() throws IOException {
    // given
    var export = TestExport.ofCsv().signed();
    // when
    var verification = verify(export);
    // then
    assertThat(verification.findings()).isEmpty();
    assertThat(verification.exitCode()).isZero();
    assertThat(verification.statement().orElseThrow().payloadSha256())
        .isEqualTo(TestExport.sha256(DsseEnvelope.parse(export.get(STATEMENT)).payload()));
  }

  @Test
  void acceptsItAsAZip() throws IOException {
    assertThat(verifyZip(TestExport.ofCsv().signed()).findings()).isEmpty();
  }

  @Test
  void acceptsADocumentWhateverItsForms() throws IOException {
    // given
    var document = TestExport.signedDocument();
    // when
    var verification = verify(document);
    // then
    assertThat(verification.findings()).isEmpty();
    assertThat(verifyZip(document).findings()).isEmpty();
    assertThat(verification.statement().orElseThrow().statement())
        .isInstanceOf(DocumentStatement.class);
  }

  @Test
  void findsWhatWasChangedInADocument() throws IOException {
    // given
    var changed = TestExport.signedDocument();
    changed.put("a.csv", new byte[] {4});
    changed.remove("a.pdf");
    var mixed = TestExport.signedDocument();
    mixed.put(STATEMENT, TestExport.ofCsv().signed().get(STATEMENT));
    // then
    assertThat(said(verify(changed)))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).isEqualTo("a.pdf is missing"),
            line -> assertThat(line).startsWith("a.csv has other content"));
    assertThat(verify(mixed).exitCode()).isEqualTo(7);
  }

  @Test
  void countsTheRowsOfEachForm() throws IOException {
    for (int rows : List.of(0, 1, 70, 200_000)) {
      // given
      var export =
          new TestExport()
              .with("result_1.ndjson.gz", TestExport.ndjson(rows), rows)
              .with("result_1.parquet", TestExport.parquet(rows), rows)
              .with(ONE, TestExport.csv(many(rows)), rows);
      // when
      var findings = verify(export.signed()).findings();
      // then
      assertThat(findings).as("%d rows", rows).isEmpty();
    }
  }

  @Test
  void findsOtherNumbersOfRowsThanTheSignerSaid() throws IOException {
    // given
    var export =
        new TestExport()
            .with("result_1.ndjson.gz", TestExport.ndjson(4), 3)
            .with("result_1.parquet", TestExport.parquet(4), 5)
            .with(ONE, TestExport.csv("a"), 2)
            .with(TWO, TestExport.gzip(new byte[0]), 0)
            .with("result_2.parquet", new byte[40], 1)
            .with("result_9.txt", new byte[40], 1);
    // when
    var verification = verify(export.signed());
    // then
    assertThat(verification.exitCode()).isEqualTo(7);
    assertThat(said(verification))
        .containsExactlyInAnyOrder(
            "result_1.ndjson.gz has more than the 3 rows that the statement says",
            "result_1.parquet has 4 rows, the statement says 5",
            "result_1.csv.gz has 1 rows, the statement says 2",
            "result_2.csv.gz does not have the form that its name says: has no first line",
            "result_2.parquet does not have the form that its name says: is no Parquet file",
            "result_9.txt does not have the form that its name says: has a form whose rows cannot"
                + " be counted");
  }

  @ParameterizedTest
  @MethodSource("manipulations")
  void findsAndNames(Manipulation manipulation) throws IOException {
    // given
    var export = TestExport.ofCsv().signed();
    manipulation.change().accept(export);
    // when
    var verification = verify(export);
    var ofZip = verifyZip(export);
    // then
    assertThat(verification.exitCode())
        .as(said(verification).toString())
        .isEqualTo(manipulation.exitCode());
    assertThat(said(verification)).anyMatch(line -> line.startsWith(manipulation.said()));
    assertThat(said(ofZip)).isEqualTo(said(verification));
  }

  static Stream<Manipulation> manipulations() {
    var changed = TestExport.ofCsv().with(TWO, TestExport.csv("c,9", "d,4"), 2);
    var forged = TestExport.ofCsv().forged();
    var foreign = TestExport.ofCsv().of("globex").with(TWO, TestExport.csv("e,5"), 1);
    var later = TestExport.ofCsv().at(TestExport.COMPLETED.plus(Duration.ofDays(40)));
    var minuteLater = TestExport.ofCsv().at(TestExport.COMPLETED.plusSeconds(60));
    return Stream.of(
        of("a byte of a result", 4, ONE + " has other content: its hash is ", at(ONE, flip(40))),
        of("a result cut short", 4, ONE + " has other content", at(ONE, b -> cut(b, 30))),
        of("a result made longer", 4, ONE + " is longer than the", at(ONE, b -> joined(b, 1))),
        of("an empty result", 4, ONE + " has other content", at(ONE, _ -> new byte[0])),
        of("a result removed", 4, TWO + " is missing", files -> files.remove(TWO)),
        of("results exchanged", 4, ONE + " ", ExportVerifierTest::exchange),
        of(
            "a result added",
            4,
            "result_3.csv.gz is not in the sign file",
            files -> files.put("result_3.csv.gz", TestExport.csv("z,1"))),
        of(
            "another file added",
            4,
            "notes.txt is not in the sign file",
            files -> files.put("notes.txt", new byte[3])),
        of(
            "a name that moves the cursor",
            4,
            "a\\u001b[2J is not in the sign file",
            files -> files.put("a\u001b[2J", new byte[3])),
        of(
            "a result renamed",
            4,
            "result_2.csv.gz is missing",
            files -> files.put("result_02.csv.gz", files.remove(TWO))),
        of("the sign file removed", 3, SIGN + " is missing", files -> files.remove(SIGN)),
        of("the sign file empty", 3, SIGN + " is not", at(SIGN, _ -> new byte[0])),
        of("the sign file garbage", 3, SIGN + " is not JSON", at(SIGN, _ -> random(300))),
        of("the sign file an array", 3, SIGN + " is not a JSON object", text(SIGN, _ -> "[]")),
        of(
            "the sign file nested deep",
            3,
            SIGN + " is JSON that is nested too deep",
            text(SIGN, _ -> "{\"files\":" + "[".repeat(100_000))),
        of("the sign file cut", 3, SIGN + " is not JSON", at(SIGN, b -> cut(b, 5))),
        of(
            "the sign file larger than any",
            3,
            SIGN + " is longer than 8 MB",
            at(SIGN, b -> joined(b, 9 << 20))),
        of(
            "files null",
            3,
            SIGN + " has no 'files' that is an array",
            text(SIGN, t -> t.replaceFirst("\\[.*]", "null"))),
        of(
            "no files",
            3,
            SIGN + " names no result file",
            text(SIGN, t -> t.replaceFirst("\\[.*]", "[]"))),
        of(
            "a name that leads out",
            3,
            SIGN + " has a file whose name cannot be that of a result",
            text(SIGN, t -> t.replace(ONE, "../" + ONE))),
        of(
            "a name with dots",
            3,
            SIGN + " has a file whose name cannot be that of a result",
            text(SIGN, t -> t.replace(ONE, "a..b"))),
        of(
            "an absolute name",
            3,
            SIGN + " has a file whose name cannot be that of a result",
            text(SIGN, t -> t.replace(ONE, "/etc/passwd"))),
        of(
            "a name of Windows",
            3,
            SIGN + " has a file whose name cannot be that of a result",
            text(SIGN, t -> t.replace(ONE, "a\\\\b"))),
        of(
            "a name twice",
            3,
            SIGN + " names 'result_1.csv.gz' twice",
            text(SIGN, t -> t.replace(TWO, ONE))),
        of(
            "a field twice",
            3,
            SIGN + " is not JSON",
            text(SIGN, t -> t.replaceFirst("\\{", "{\"region\":\"eu-west-1\","))),
        of(
            "a field more",
            3,
            SIGN + " does not have the form that Tarn writes",
            text(SIGN, t -> t.replaceFirst("\\{", "{\"more\":1,"))),
        of(
            "a space more",
            3,
            SIGN + " does not have the form that Tarn writes",
            text(SIGN, t -> t + " ")),
        of(
            "upper-case hex",
            3,
            SIGN + " has a file whose SHA-256 is not 64 lower-case",
            text(SIGN, t -> t.replaceFirst("fileHashValue\":\"\\w", "fileHashValue\":\"A"))),
        of(
            "another algorithm",
            3,
            SIGN + " has a 'hashAlgorithm' other than SHA-256",
            text(SIGN, t -> t.replace("SHA-256", "MD5"))),
        of(
            "another version",
            3,
            SIGN + " has a version other than 1.0",
            text(SIGN, t -> t.replace("\"1.0\"", "\"1.1\""))),
        of(
            "another Region",
            7,
            SIGN + " is of another Region than the statement",
            text(SIGN, t -> t.replace("us-east-1", "eu-west-1"))),
        of(
            "another time",
            7,
            SIGN + " is of another time than the statement",
            text(SIGN, t -> t.replace("08:00:07Z", "08:00:08Z"))),
        of(
            "a time without a valid key",
            6,
            SIGN + " is of 2027-03-10T08:00:07Z, but its key was",
            text(SIGN, t -> t.replace("2026-", "2027-"))),
        of(
            "another signature",
            5,
            SIGN + " has a signature that is not that of its key",
            text(SIGN, t -> t.replaceFirst("hashSignature\":\"\\w{4}", "hashSignature\":\"0000"))),
        of(
            "no signature",
            5,
            SIGN + " has a signature that is not that of its key",
            text(SIGN, t -> t.replaceFirst("hashSignature\":\"\\w+", "hashSignature\":\""))),
        of(
            "another fingerprint",
            6,
            SIGN + " was signed with a key that is not in the list",
            text(SIGN, t -> t.replaceFirst("Fingerprint\":\"\\w{4}", "Fingerprint\":\"0000"))),
        of(
            "an entry taken out with its file",
            5,
            SIGN + " has a signature that is not",
            ((Consumer<Map<String, byte[]>>) files -> files.remove(TWO))
                .andThen(text(SIGN, t -> t.replaceFirst(",\\{\"fileHashValue[^}]*}", "")))),
        of(
            "names exchanged in the sign file",
            4,
            ONE + " ",
            text(
                SIGN,
                t -> t.replace(ONE, "x").replace(TWO, ONE).replace("\"x\"", "\"" + TWO + "\""))),
        of(
            "a changed result with its hash",
            5,
            SIGN + " has a signature that is not",
            files -> {
              var hash = TestExport.sha256(files.get(TWO));
              files.put(TWO, TestExport.csv("c,9", "d,4"));
              text(SIGN, t -> t.replace(hash, TestExport.sha256(files.get(TWO)))).accept(files);
            }),
        of(
            "all signed by a stranger",
            6,
            SIGN + " was signed with a key that is not in the list",
            files -> files.putAll(forged.signed())),
        of("the statement removed", 4, STATEMENT + " is missing", files -> files.remove(STATEMENT)),
        of("the statement garbage", 3, STATEMENT + " is not JSON", at(STATEMENT, _ -> random(99))),
        of(
            "the statement of a stranger",
            6,
            STATEMENT + " was signed with a key that is not in",
            files -> files.put(STATEMENT, forged.envelope().toJson())),
        of(
            "another payload",
            5,
            STATEMENT + " has a signature that is not that of its key",
            payload(t -> t.replace("\"acme\"", "\"acm3\""))),
        of(
            "another payload type",
            3,
            STATEMENT + " has a payload of another type than",
            text(STATEMENT, t -> t.replace("in-toto+json", "in-toto+jsom"))),
        of(
            "no signature of the statement",
            3,
            STATEMENT + " has no signature",
            text(STATEMENT, t -> t.replaceFirst("signatures\":\\[.*]", "signatures\":[]"))),
        of(
            "another signature of the statement",
            5,
            STATEMENT + " has a signature that is not",
            text(STATEMENT, t -> t.replaceFirst("sig\":\"[^\"]{8}", "sig\":\"AAAAAAAA"))),
        of(
            "a signed payload that is none",
            3,
            STATEMENT + " has a payload that has no '_type'",
            files ->
                files.put(
                    STATEMENT,
                    TestExport.ofCsv().envelope("{}".getBytes(StandardCharsets.UTF_8)).toJson())),
        of(
            "the statement of another tenant",
            7,
            TWO + " has another hash in the statement",
            files -> files.put(STATEMENT, foreign.signed().get(STATEMENT))),
        of(
            "the sign file of another tenant",
            4,
            TWO + " ",
            files -> files.put(SIGN, foreign.signed().get(SIGN))),
        of(
            "the statement of another time",
            7,
            SIGN + " is of another time than the statement",
            files -> files.put(STATEMENT, minuteLater.signed().get(STATEMENT))),
        of(
            "the statement of another result",
            7,
            TWO + " has another hash in the statement",
            files -> files.put(STATEMENT, changed.signed().get(STATEMENT))),
        of(
            "signed with an expired key",
            6,
            STATEMENT + " is of 2026-04-19T08:00:07Z, but its key",
            files -> files.putAll(later.signed())));
  }

  @Test
  void finds300RandomChangesOfASingleByte() throws IOException {
    // given
    var random = new Random(300);
    var valid = TestExport.ofCsv().signed();
    for (int n = 0; n < 300; n++) {
      var export = new LinkedHashMap<>(valid);
      var names = List.copyOf(export.keySet());
      var name = names.get(random.nextInt(names.size()));
      var bytes = export.get(name).clone();
      var index = random.nextInt(bytes.length);
      bytes[index] ^= (byte) (1 << random.nextInt(8));
      export.put(name, bytes);
      // when
      var verification = verify(export);
      // then
      assertThat(said(verification))
          .as("byte %d of %s", index, name)
          .isNotEmpty()
          .anyMatch(line -> line.contains(name) || name.equals(SIGN));
    }
  }

  @Test
  void acceptsAnExportOfLakeWithoutAStatementByKeysOfLake() throws IOException {
    // given
    var export = TestExport.ofCsv().signed();
    export.remove(STATEMENT);
    export.put(
        SIGN,
        new String(export.get(SIGN), StandardCharsets.UTF_8)
            .replace("\"version\":\"1.0\",", "")
            .replace(",", ", \n")
            .getBytes(StandardCharsets.UTF_8));
    // when
    var verification = verify(export, TestExport.lakeKeys(), null);
    // then
    assertThat(verification.findings()).isEmpty();
    assertThat(said(verify(export, TestExport.lakeKeys(), "acme")))
        .containsExactly(SIGN + " does not say whose result it is");
  }

  @Test
  void holdsTheResultAgainstTheTenantAskedFor() throws IOException {
    // given
    var export = TestExport.ofCsv().signed();
    // then
    assertThat(verify(export, TestExport.keys(), "acme").isValid()).isTrue();
    var foreign = verify(export, TestExport.keys(), "globex");
    assertThat(foreign.exitCode()).isEqualTo(7);
    assertThat(said(foreign)).containsExactly(STATEMENT + " is of the tenant acme, not of globex");
  }

  @Test
  void followsNoLinksAndOpensNoFolders() throws IOException {
    // given
    var export = TestExport.ofCsv();
    export.writeTo(work);
    Files.move(work.resolve(ONE), work.resolveSibling("outside.gz"));
    Files.createSymbolicLink(work.resolve(ONE), work.resolveSibling("outside.gz"));
    Files.delete(work.resolve(TWO));
    Files.createDirectory(work.resolve(TWO));
    Files.move(work.resolve(STATEMENT), work.resolveSibling("outside.json"));
    Files.createSymbolicLink(work.resolve(STATEMENT), work.resolveSibling("outside.json"));
    // when
    var verification = verifyFolder(work, TestExport.keys(), null);
    // then
    assertThat(said(verification))
        .containsExactlyInAnyOrder(
            STATEMENT + " is not a plain file",
            ONE + " is not a plain file",
            TWO + " is not a plain file");
    Files.delete(work.resolveSibling("outside.gz"));
    Files.delete(work.resolveSibling("outside.json"));
  }

  @Test
  void stopsAtOneRowTooManyOfAFileThatUnpacksToGigabytes() throws IOException {
    // given
    var bomb = bomb(400);
    var export = new TestExport().with("result_1.ndjson.gz", bomb, 2);
    // when
    var start = System.nanoTime();
    var verification = verify(export.signed());
    // then
    assertThat(said(verification))
        .containsExactly("result_1.ndjson.gz has more than the 2 rows that the statement says");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
  }

  @Test
  void doesNotUnpackWhatNobodySigned() throws IOException {
    // given
    var export = TestExport.ofCsv().signed();
    export.put(ONE, bomb(400));
    export.put("big.gz", bomb(100));
    var zip = work.resolve("bomb.zip");
    TestExport.zip(export, zip);
    // when
    var verification = verifyZip(export);
    // then
    assertThat(said(verification))
        .anyMatch(line -> line.startsWith(ONE + " is longer than the"))
        .contains("big.gz is not in the sign file");
  }

  @Test
  void refusesZipsThatAreNone() throws IOException {
    // given
    var zip = work.resolve("export.zip");
    for (var content :
        List.of(new byte[0], random(5_000), "PK\3\4".getBytes(StandardCharsets.US_ASCII))) {
      Files.write(zip, content);
      // then
      assertThatThrownBy(() -> new ZipSource(zip)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void refusesAZipWithFarTooManyFilesBeforeItReadsTheirNames() throws IOException {
    // given
    var zip = work.resolve("many.zip");
    var files = new LinkedHashMap<String, byte[]>();
    for (int n = 0; n < 70_000; n++) {
      files.put(
          "a-rather-long-name-that-fills-the-directory-of-the-zip".repeat(4) + n, new byte[0]);
    }
    TestExport.zip(files, zip);
    // then
    assertThatThrownBy(() -> new ZipSource(zip)).hasMessage("has too many files for an export");
  }

  @Test
  void findsANameThatIsTwiceInAZip() throws IOException {
    // given
    var export = TestExport.ofCsv().signed();
    export.put("result_X.csv.gz", TestExport.csv("z,1"));
    var zip = work.resolve("export.zip");
    TestExport.zip(export, zip);
    var bytes = new String(Files.readAllBytes(zip), StandardCharsets.ISO_8859_1);
    Files.write(zip, bytes.replace("result_X", "result_1").getBytes(StandardCharsets.ISO_8859_1));
    // when
    try (var source = new ZipSource(zip)) {
      var verification = new ExportVerifier(TestExport.keys(), null).verify(source);
      // then
      assertThat(said(verification)).contains(ONE + " is there twice");
      assertThat(verification.exitCode()).isEqualTo(4);
    }
  }

  @Test
  void answersEveryGarbageWithAFinding() throws IOException {
    // given
    var random = new Random(11);
    var words =
        List.of(
            "null",
            "{}",
            "[]",
            "\"",
            "-1",
            "1e999999999",
            "\\u0000",
            "../",
            "+999999999-12-31T00:00:00Z");
    var valid = TestExport.ofCsv().signed();
    for (int n = 0; n < 1_500; n++) {
      var export = new LinkedHashMap<>(valid);
      var name = random.nextBoolean() ? SIGN : STATEMENT;
      var text = new StringBuilder(new String(export.get(name), StandardCharsets.UTF_8));
      for (int changes = random.nextInt(4); changes >= 0; changes--) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + random.nextInt(60));
        text.replace(from, to, words.get(random.nextInt(words.size())));
      }
      export.put(name, text.toString().getBytes(StandardCharsets.UTF_8));
      for (var keys : List.of(TestExport.keys(), TestExport.lakeKeys())) {
        // when
        var verification = new ExportVerifier(keys, null).verify(new MemorySource(export));
        // then
        assertThat(verification.isValid()).as(text.toString()).isFalse();
      }
    }
  }

  @Test
  void answersEveryGarbageInKeysWithAProofFormatException() {
    // given
    var random = new Random(12);
    for (int n = 0; n < 3_000; n++) {
      var bytes = TestExport.keys().toJson();
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      }
      // when
      try {
        var keys = PublicKeys.parse(bytes);
        // then: at most times are others
        assertThat(keys.signFileKeys()).hasSizeLessThanOrEqualTo(1);
      } catch (ProofFormatException refused) {
        assertThat(refused).hasMessageMatching("(is|has) .*");
      }
    }
  }

  @Test
  void trustsNoOtherKeysUnderTheNamesOfOurs() throws IOException {
    // given
    var export = TestExport.ofCsv().signed();
    var none = new PublicKeys(List.of(), List.of(), true);
    var ours = TestExport.keys();
    var noStatements = new PublicKeys(ours.signFileKeys(), List.of(), true);
    var strangers = TestExport.ofCsv().forged().signed();
    // then
    assertThat(verify(export, none, null).exitCode()).isEqualTo(6);
    assertThat(verify(export, noStatements, null).exitCode()).isEqualTo(6);
    assertThat(verify(export, TestExport.lakeKeys(), null).exitCode()).isEqualTo(6);
    assertThat(verify(strangers, ours, null).exitCode()).isEqualTo(6);
  }

  /// An export without a disk.
  private record MemorySource(Map<String, byte[]> files) implements ExportSource {
    @Override
    public List<Item> items() {
      return files.keySet().stream().sorted().map(name -> new Item(name, true)).toList();
    }

    @Override
    public InputStream open(String name) {
      return new ByteArrayInputStream(files.get(name));
    }

    @Override
    public void close() {}
  }

  // --- manipulating ---

  private static Manipulation of(
      String what, int exitCode, String said, Consumer<Map<String, byte[]>> change) {
    return new Manipulation(what, exitCode, said, change);
  }

  private static Consumer<Map<String, byte[]>> at(String name, UnaryOperator<byte[]> change) {
    return files -> files.put(name, change.apply(files.get(name)));
  }

  private static Consumer<Map<String, byte[]>> text(String name, UnaryOperator<String> change) {
    return at(
        name,
        bytes -> {
          var before = new String(bytes, StandardCharsets.UTF_8);
          var after = change.apply(before);
          assertThat(after).isNotEqualTo(before);
          return after.getBytes(StandardCharsets.UTF_8);
        });
  }

  private static Consumer<Map<String, byte[]>> payload(UnaryOperator<String> change) {
    return at(
        STATEMENT,
        bytes -> {
          var envelope = DsseEnvelope.parse(bytes);
          var before = new String(envelope.payload(), StandardCharsets.UTF_8);
          var after = change.apply(before);
          assertThat(after).isNotEqualTo(before);
          return new DsseEnvelope(
                  envelope.payloadType(),
                  after.getBytes(StandardCharsets.UTF_8),
                  envelope.signatures())
              .toJson();
        });
  }

  private static void exchange(Map<String, byte[]> files) {
    var one = files.get(ONE);
    files.put(ONE, files.get(TWO));
    files.put(TWO, one);
  }

  private static UnaryOperator<byte[]> flip(int index) {
    return bytes -> {
      var changed = bytes.clone();
      changed[index] ^= 1;
      return changed;
    };
  }

  private static byte[] cut(byte[] bytes, int last) {
    return Arrays.copyOf(bytes, bytes.length - last);
  }

  private static byte[] joined(byte[] bytes, int more) {
    return Arrays.copyOf(bytes, bytes.length + more);
  }

  private static byte[] random(int length) {
    var bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  /// So many MB of empty lines, packed.
  private static byte[] bomb(int megabytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var block = new byte[1 << 20];
    Arrays.fill(block, (byte) '\n');
    try (var gzip = new GZIPOutputStream(bytes)) {
      for (int n = 0; n < megabytes; n++) {
        gzip.write(block);
      }
    }
    return bytes.toByteArray();
  }

  private static String[] many(int rows) {
    var lines = new ArrayList<String>();
    for (int n = 0; n < rows; n++) {
      lines.add("\"line\r\n%d\",x".formatted(n));
    }
    return lines.toArray(String[]::new);
  }

  // --- verifying ---

  private Verification verify(Map<String, byte[]> export) throws IOException {
    return verify(export, TestExport.keys(), null);
  }

  private Verification verify(Map<String, byte[]> export, PublicKeys keys, String tenant)
      throws IOException {
    var folder = Files.createTempDirectory(work, "export");
    for (var file : export.entrySet()) {
      Files.write(folder.resolve(file.getKey()), file.getValue());
    }
    return verifyFolder(folder, keys, tenant);
  }

  private static Verification verifyFolder(Path folder, PublicKeys keys, String tenant)
      throws IOException {
    try (var source = new FolderSource(folder)) {
      return new ExportVerifier(keys, tenant).verify(source);
    }
  }

  private Verification verifyZip(Map<String, byte[]> export) throws IOException {
    var zip = Files.createTempFile(work, "export", ".zip");
    TestExport.zip(export, zip);
    try (var source = new ZipSource(zip)) {
      return new ExportVerifier(TestExport.keys(), null).verify(source);
    }
  }

  private static List<String> said(Verification verification) {
    return verification.findings().stream().map(Finding::toString).collect(Collectors.toList());
  }

  @Test
  void decodesNothingLeniently() throws IOException {
    // given: bits of the last base64 digit that decode to nothing
    var export = TestExport.ofCsv().signed();
    var text = new String(export.get(STATEMENT), StandardCharsets.UTF_8);
    var signature = text.replaceFirst(".*\"sig\":\"([^\"]*)\".*", "$1");
    var lenient =
        signature.substring(0, signature.length() - 3)
            + (char) (signature.charAt(signature.length() - 3) + 1)
            + "==";
    export.put(STATEMENT, text.replace(signature, lenient).getBytes(StandardCharsets.UTF_8));
    assertThat(Base64.getDecoder().decode(signature)).isNotNull();
    // when
    var verification = verify(export);
    // then
    assertThat(verification.isValid()).isFalse();
  }
}

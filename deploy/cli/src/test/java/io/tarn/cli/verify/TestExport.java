package io.tarn.cli.verify;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.common.proof.DocumentFile;
import io.tarn.common.proof.DocumentStatement;
import io.tarn.common.proof.DsseEnvelope;
import io.tarn.common.proof.InTotoStatement;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.PublicKeys.SignFileKey;
import io.tarn.common.proof.PublicKeys.StatementKey;
import io.tarn.common.proof.ResultFile;
import io.tarn.common.proof.ResultStatement;
import io.tarn.common.proof.SignFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// An export as a test signs it, with keys of its own.
public final class TestExport {
  public static final Instant COMPLETED = Instant.parse("2026-03-10T08:00:07Z");
  private static final Instant KEY_FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant KEY_UNTIL = KEY_FROM.plus(Duration.ofDays(30));
  private static final KeyPair RSA = pair("RSA");
  private static final KeyPair ED25519 = pair("Ed25519");
  private static final KeyPair OTHER_RSA = pair("RSA");
  private static final KeyPair OTHER_ED25519 = pair("Ed25519");

  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Map<String, Long> rows = new LinkedHashMap<>();
  private Instant completedAt = COMPLETED;
  private String tenant = "acme";
  private boolean isForged;

  /// Two files of CSV, with 3 and 2 rows.
  public static TestExport ofCsv() {
    return new TestExport()
        .with("result_1.csv.gz", csv("a,1", "\"b \"\"x\"\"\r\nsecond line\",2", ""), 3)
        .with("result_2.csv.gz", csv("c,3", "d,{k=\"v, w\"}"), 2);
  }

  public TestExport with(String name, byte[] content, long itsRows) {
    files.put(name, content);
    rows.put(name, itsRows);
    return this;
  }

  TestExport of(String slug) {
    tenant = slug;
    return this;
  }

  TestExport at(Instant time) {
    completedAt = time;
    return this;
  }

  /// Signed with keys that are in no list.
  TestExport forged() {
    isForged = true;
    return this;
  }

  public static PublicKeys keys() {
    return new PublicKeys(
        List.of(SignFileKey.of((RSAPublicKey) RSA.getPublic(), KEY_FROM, KEY_UNTIL)),
        List.of(new StatementKey(ED25519.getPublic(), KEY_FROM, KEY_UNTIL)),
        true);
  }

  /// As CloudTrail Lake has them: without a word of statements.
  static PublicKeys lakeKeys() {
    return new PublicKeys(keys().signFileKeys(), List.of(), false);
  }

  /// All files of the export by name.
  Map<String, byte[]> signed() {
    var all = new LinkedHashMap<>(files);
    all.put(InTotoStatement.FILE_NAME, envelope().toJson());
    all.put(SignFile.NAME, signFile().toJson());
    return all;
  }

  /// The files signed as those of a document.
  public static Map<String, byte[]> signedDocument() {
    var export =
        new TestExport().with("a.pdf", new byte[] {1, 2}, 0).with("a.csv", new byte[] {3}, 0);
    var all = new LinkedHashMap<>(export.files);
    all.put(
        InTotoStatement.FILE_NAME, export.envelope(export.documentStatement().toJson()).toJson());
    all.put(SignFile.NAME, export.signFile().toJson());
    return all;
  }

  private DocumentStatement documentStatement() {
    return new DocumentStatement(
        files.entrySet().stream()
            .map(file -> DocumentFile.of(file.getKey(), file.getValue()))
            .toList(),
        new ResultStatement.Tenant("x7j2k4m6n8p0q1r3s5t7v9w1x3", tenant),
        "change-report",
        YearMonth.of(2026, 2),
        "final",
        new ResultStatement.Requester("https://login.example", "ann", "Ann", "viewer"),
        "us-east-1",
        completedAt);
  }

  public void writeTo(Path folder) {
    write(signed(), folder);
  }

  public static void write(Map<String, byte[]> files, Path folder) {
    try {
      Files.createDirectories(folder);
      for (var file : files.entrySet()) {
        Files.write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  SignFile signFile() {
    var pair = isForged ? OTHER_RSA : RSA;
    var entries =
        resultFiles().stream().map(file -> new SignFile.Entry(file.name(), file.sha256())).toList();
    var fingerprint =
        SignFileKey.of((RSAPublicKey) pair.getPublic(), KEY_FROM, KEY_UNTIL).fingerprint();
    var signature = sign("SHA256withRSA", pair, SignFile.textToSign(entries));
    return new SignFile("1.0", "us-east-1", entries, completedAt, signature, fingerprint);
  }

  ResultStatement statement() {
    var nodes = JsonNodeFactory.instance;
    return new ResultStatement(
        resultFiles(),
        new ResultStatement.Tenant("x7j2k4m6n8p0q1r3s5t7v9w1x3", tenant),
        new ResultStatement.Execution(
            new UUID(0x0199_0000_0000_7000L, 7),
            "us-east-1",
            new UUID(1, 2),
            new UUID(3, 4),
            completedAt.minusSeconds(7),
            completedAt),
        new ResultStatement.Requester("https://login.example", "ann", "Ann", "analyst"),
        new ResultStatement.Query(
            "SELECT eventName FROM $EDS_ID",
            nodes.arrayNode(),
            nodes.objectNode().put("region", "eu-west-1"),
            List.of(new ResultStatement.Store("e1", "default")),
            4711L),
        new ResultStatement.Coverage(Instant.EPOCH, completedAt, 12L, 3400L),
        new ResultStatement.Outcome(
            rows.values().stream().mapToLong(Long::longValue).sum(), false, false),
        "cd".repeat(32));
  }

  DsseEnvelope envelope() {
    return envelope(InTotoStatement.toJson(statement()));
  }

  DsseEnvelope envelope(byte[] payload) {
    var pair = isForged ? OTHER_ED25519 : ED25519;
    var text = DsseEnvelope.textToSign(DsseEnvelope.IN_TOTO, payload);
    var keyId = new StatementKey(pair.getPublic(), KEY_FROM, KEY_UNTIL).keyId();
    var signature = new DsseEnvelope.Signature(keyId, sign("Ed25519", pair, text));
    return new DsseEnvelope(DsseEnvelope.IN_TOTO, payload, List.of(signature));
  }

  private List<ResultFile> resultFiles() {
    var found = new ArrayList<ResultFile>();
    files.forEach(
        (name, content) ->
            found.add(
                new ResultFile(
                    name, content.length, rows.getOrDefault(name, 0L), sha256(content))));
    return found;
  }

  // --- content ---

  static byte[] csv(String... rows) {
    var lines =
        new StringBuilder("# Execution Time: 2026-03-10T08:00:00Z Query Statement: SELECT 1\r\n")
            .append("eventName,\"a \"\"name\"\"\"\r\n");
    for (var row : rows) {
      lines.append(row).append("\r\n");
    }
    return gzip(lines.toString().getBytes(StandardCharsets.UTF_8));
  }

  static byte[] ndjson(int rows) {
    var text =
        IntStream.range(0, rows).mapToObj("{\"n\":%d}\n"::formatted).collect(Collectors.joining());
    return gzip(text.getBytes(StandardCharsets.UTF_8));
  }

  /// A file whose footer has a version, a schema of one column, and a number of rows.
  static byte[] parquet(int rows) {
    var footer = new ByteArrayOutputStream();
    // version = 1; schema = [{type = 2, name = "x"}]; num_rows
    footer.writeBytes(new byte[] {0x15, 2, 0x19, 0x1c, 0x15, 4, 0x38, 1, 'x', 0, 0x16});
    int zigzag = rows << 1;
    for (; zigzag > 0x7f; zigzag >>>= 7) {
      footer.write((zigzag & 0x7f) | 0x80);
    }
    footer.write(zigzag);
    footer.writeBytes(new byte[] {0x19, 0x0c, 0});
    var magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
    var bytes = ByteBuffer.allocate(4 + 100_000 + footer.size() + 8).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(magic).position(4 + 100_000);
    return bytes.put(footer.toByteArray()).putInt(footer.size()).put(magic).array();
  }

  static byte[] gzip(byte[] content) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static void zip(Map<String, byte[]> files, Path zip) throws IOException {
    try (var stream = new ZipOutputStream(Files.newOutputStream(zip))) {
      for (var file : files.entrySet()) {
        stream.putNextEntry(new ZipEntry(file.getKey()));
        stream.write(file.getValue());
      }
    }
  }

  static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sign(String algorithm, KeyPair pair, byte[] text) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initSign(pair.getPrivate());
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeyPair pair(String algorithm) {
    try {
      return KeyPairGenerator.getInstance(algorithm).generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

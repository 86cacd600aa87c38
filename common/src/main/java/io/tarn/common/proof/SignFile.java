package io.tarn.common.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// `result_sign.json` as CloudTrail Lake writes it. Signed are only the hashes of the files, in
/// their order.
///
/// @param version null in older files of Lake
/// @param queryCompleteTime in whole seconds; the key has to be valid then
/// @param signature RSASSA-PKCS1-v1_5 with SHA-256 over [#textToSign]
/// @param fingerprint of the public key, as [RsaPublicKeys#fingerprint] has it
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes
public record SignFile(
    @Nullable String version,
    String region,
    List<Entry> files,
    Instant queryCompleteTime,
    byte[] signature,
    String fingerprint) {
  /// The name of the file.
  public static final String NAME = "result_sign.json";

  public static final String VERSION = "1.0";
  private static final String HASH_ALGORITHM = "SHA-256";
  private static final String SIGNATURE_ALGORITHM = "SHA256withRSA";
  private static final HexFormat HEX = HexFormat.of();

  /// A result file.
  ///
  /// @param sha256 lower-case hex of the stored (compressed) bytes
  public record Entry(String name, String sha256) {
    public Entry {
      if (!ResultFile.isName(name)) {
        throw new ProofFormatException("has a file whose name cannot be that of a result file");
      }
      if (!ResultFile.isSha256(sha256)) {
        throw new ProofFormatException("has a file whose SHA-256 is not 64 lower-case hex digits");
      }
    }
  }

  public SignFile {
    files = List.copyOf(files);
    if (files.isEmpty()) {
      throw new ProofFormatException("names no result file");
    }
    var names = new HashSet<String>();
    for (var file : files) {
      if (!names.add(file.name())) {
        throw new ProofFormatException("names '%s' twice".formatted(file.name()));
      }
    }
  }

  /// What is signed: the hashes of the files, joined by one space.
  public static byte[] textToSign(List<Entry> files) {
    return files.stream()
        .map(Entry::sha256)
        .collect(Collectors.joining(" "))
        .getBytes(StandardCharsets.UTF_8);
  }

  /// What is signed of this file.
  public byte[] textToSign() {
    return textToSign(files);
  }

  /// The bytes of the file.
  public byte[] toJson() {
    var node = ProofJson.object();
    if (version != null) {
      node.put("version", version);
    }
    node.put("region", region);
    var array = node.putArray("files");
    for (var file : files) {
      array.addObject().put("fileHashValue", file.sha256()).put("fileName", file.name());
    }
    node.put("hashAlgorithm", HASH_ALGORITHM);
    node.put("signatureAlgorithm", SIGNATURE_ALGORITHM);
    node.put("queryCompleteTime", queryCompleteTime.toString());
    node.put("hashSignature", HEX.formatHex(signature));
    node.put("publicKeyFingerprint", fingerprint);
    return ProofJson.write(node);
  }

  /// @throws ProofFormatException if it is no sign file
  public static SignFile parse(byte[] json) {
    var node = ProofJson.readObject(json);
    ProofJson.hold(node, "hashAlgorithm", HASH_ALGORITHM);
    ProofJson.hold(node, "signatureAlgorithm", SIGNATURE_ALGORITHM);
    var files = new ArrayList<Entry>();
    for (var file : ProofJson.array(node, "files")) {
      files.add(new Entry(ProofJson.text(file, "fileName"), ProofJson.text(file, "fileHashValue")));
    }
    return new SignFile(
        ProofJson.textOrNull(node, "version"),
        ProofJson.text(node, "region"),
        files,
        ProofJson.time(node, "queryCompleteTime"),
        hex(node, "hashSignature"),
        ProofJson.text(node, "publicKeyFingerprint"));
  }

  private static byte[] hex(JsonNode node, String field) {
    try {
      return HEX.parseHex(ProofJson.text(node, field));
    } catch (IllegalArgumentException notHex) {
      throw new ProofFormatException("has no hex digits in '%s'".formatted(field), notHex);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignFile file && Arrays.equals(toJson(), file.toJson());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toJson());
  }
}

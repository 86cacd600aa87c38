package io.tarn.common.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Dead Simple Signing Envelope (DSSE 1.0): a payload, its type, and signatures over both.
@SuppressWarnings("ArrayRecordComponent") // compared by its bytes
public record DsseEnvelope(String payloadType, byte[] payload, List<Signature> signatures) {
  /// Type of an in-toto statement.
  public static final String IN_TOTO = "application/vnd.in-toto+json";

  /// One signature.
  ///
  /// @param keyId finds the key, and proves nothing
  @SuppressWarnings("ArrayRecordComponent") // compared with its envelope
  public record Signature(String keyId, byte[] bytes) {}

  public DsseEnvelope {
    signatures = List.copyOf(signatures);
    if (signatures.isEmpty()) {
      throw new ProofFormatException("has no signature");
    }
  }

  /// What is signed: the pre-authentication encoding of type and payload,
  /// `DSSEv1 <length> <type> <length> <payload>` with lengths in bytes.
  public static byte[] textToSign(String payloadType, byte[] payload) {
    var type = payloadType.getBytes(StandardCharsets.UTF_8);
    var text = new ByteArrayOutputStream(payload.length + type.length + 32);
    text.writeBytes(("DSSEv1 " + type.length + " ").getBytes(StandardCharsets.UTF_8));
    text.writeBytes(type);
    text.writeBytes((" " + payload.length + " ").getBytes(StandardCharsets.UTF_8));
    text.writeBytes(payload);
    return text.toByteArray();
  }

  /// What is signed of this envelope.
  public byte[] textToSign() {
    return textToSign(payloadType, payload);
  }

  /// SHA-256 of the payload as lower-case hex.
  public String payloadSha256() {
    return HexFormat.of().formatHex(RsaPublicKeys.digest("SHA-256", payload));
  }

  /// The bytes of the file.
  public byte[] toJson() {
    var node = ProofJson.object();
    node.put("payload", Base64.getEncoder().encodeToString(payload));
    node.put("payloadType", payloadType);
    var array = node.putArray("signatures");
    for (var signature : signatures) {
      array
          .addObject()
          .put("keyid", signature.keyId())
          .put("sig", Base64.getEncoder().encodeToString(signature.bytes()));
    }
    return ProofJson.write(node);
  }

  /// @throws ProofFormatException if it is no envelope
  public static DsseEnvelope parse(byte[] json) {
    var node = ProofJson.readObject(json);
    var signatures = new ArrayList<Signature>();
    for (var signature : ProofJson.array(node, "signatures")) {
      signatures.add(new Signature(ProofJson.text(signature, "keyid"), base64(signature, "sig")));
    }
    return new DsseEnvelope(
        ProofJson.text(node, "payloadType"), base64(node, "payload"), signatures);
  }

  private static byte[] base64(JsonNode node, String field) {
    try {
      return Base64.getDecoder().decode(ProofJson.text(node, field));
    } catch (IllegalArgumentException notBase64) {
      throw new ProofFormatException("has no base64 in '%s'".formatted(field), notBase64);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof DsseEnvelope envelope && Arrays.equals(toJson(), envelope.toJson());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(toJson());
  }
}

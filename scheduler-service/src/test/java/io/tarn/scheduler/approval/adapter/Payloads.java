package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/// What systems send, as their makers document it.
public final class Payloads {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Payloads() {}

  public static ObjectNode of(String name) {
    try (var file = Payloads.class.getResourceAsStream("/approval/" + name + ".json")) {
      return (ObjectNode) JSON.readTree(file);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  public static byte[] bytes(ObjectNode payload) {
    try {
      return JSON.writeValueAsBytes(payload);
    } catch (JsonProcessingException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /// A signature as `sha256=<hex>` over what stands before the body, and the body.
  public static String signature(String secret, String before, byte[] body) {
    return "sha256=" + HexFormat.of().formatHex(DeliverySignature.hmac(secret, before, body));
  }
}

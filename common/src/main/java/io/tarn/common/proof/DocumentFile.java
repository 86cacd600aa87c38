package io.tarn.common.proof;

import java.util.HexFormat;

/// One file of a document.
///
/// @param name its name without a folder
/// @param bytes how long it is
/// @param sha256 lower-case hex of its bytes
public record DocumentFile(String name, long bytes, String sha256) implements SignedFile {
  public DocumentFile {
    if (!ResultFile.isName(name)) {
      throw new ProofFormatException("has a file whose name cannot be that of a document");
    }
    if (bytes < 0) {
      throw new ProofFormatException("has a file with less than no bytes");
    }
    if (!ResultFile.isSha256(sha256)) {
      throw new ProofFormatException("has a file whose SHA-256 is not 64 lower-case hex digits");
    }
  }

  /// The file of this content.
  public static DocumentFile of(String name, byte[] content) {
    return new DocumentFile(
        name, content.length, HexFormat.of().formatHex(RsaPublicKeys.digest("SHA-256", content)));
  }
}

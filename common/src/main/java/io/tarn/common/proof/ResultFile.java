package io.tarn.common.proof;

import java.util.regex.Pattern;

/// One file of an export.
///
/// @param name its name without a folder
/// @param bytes how long it is, as it is stored
/// @param rows how many rows of the result it holds
/// @param sha256 lower-case hex of the stored (compressed) bytes
public record ResultFile(String name, long bytes, long rows, String sha256) implements SignedFile {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  public ResultFile {
    if (!isName(name)) {
      throw new ProofFormatException("has a file whose name cannot be that of a result file");
    }
    if (bytes < 0 || rows < 0) {
      throw new ProofFormatException("has a file with less than no bytes or rows");
    }
    if (!isSha256(sha256)) {
      throw new ProofFormatException("has a file whose SHA-256 is not 64 lower-case hex digits");
    }
  }

  /// Whether a file of an export may have this name: it leads into no other folder.
  public static boolean isName(String name) {
    return NAME.matcher(name).matches() && !name.contains("..");
  }

  static boolean isSha256(String text) {
    return SHA_256.matcher(text).matches();
  }
}

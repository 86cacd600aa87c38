package io.tarn.common.proof;

/// A sign file, a statement or a list of keys is not what it should be.
public final class ProofFormatException extends RuntimeException {
  /// @param message what is wrong, to follow the name of the file
  public ProofFormatException(String message) {
    super(message);
  }

  ProofFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}

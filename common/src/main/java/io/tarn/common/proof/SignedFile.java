package io.tarn.common.proof;

/// A file that a statement is about.
public sealed interface SignedFile permits ResultFile, DocumentFile {
  /// Its name without a folder.
  String name();

  /// How long it is, as it is stored.
  long bytes();

  /// Lower-case hex of the stored bytes.
  String sha256();
}

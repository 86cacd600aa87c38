package io.tarn.cli.verify;

/// Something that is wrong with an export.
///
/// @param file the name of the file that is meant
/// @param message what is wrong, to follow the name
public record Finding(Kind kind, String file, String message) {
  /// What is wrong, the gravest first.
  public enum Kind {
    /// Something is not what it should be, or cannot be read: nothing is known of the rest.
    UNREADABLE(3),
    /// A file has other content, is missing, or is there and not listed.
    FILES(4),
    /// A signature is not that of the key.
    SIGNATURE(5),
    /// The key is not in the list of keys, or was not valid at that time.
    UNKNOWN_KEY(6),
    /// Sign file, statement, files and what was expected do not agree.
    DISAGREEMENT(7);

    private final int exitCode;

    Kind(int exitCode) {
      this.exitCode = exitCode;
    }

    /// What the command ends with.
    public int exitCode() {
      return exitCode;
    }
  }

  @Override
  public String toString() {
    return Printable.name(file) + " " + Printable.text(message);
  }
}

package io.tarn.edge.session;

import org.jspecify.annotations.Nullable;

/// Target after sign-in: a page of the console, never another site.
final class LocalPath {
  static final String HOME = "/";
  private static final int MAX_LENGTH = 8000;

  private LocalPath() {}

  /// The wanted path where it is one of ours, else the first page.
  static String of(@Nullable String wanted) {
    return wanted != null && isLocal(wanted) ? wanted : HOME;
  }

  private static boolean isLocal(String path) {
    return path.length() <= MAX_LENGTH
        && path.startsWith("/")
        && !path.startsWith("//")
        && path.indexOf('\\') < 0
        && path.chars().allMatch(c -> c > 0x20 && c < 0x7f)
        && !path.startsWith("/sign-")
        && !path.startsWith("/v1");
  }
}

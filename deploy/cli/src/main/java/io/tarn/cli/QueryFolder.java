package io.tarn.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// A folder of query files. Names come from the server and may be anything, so nothing is
/// written outside of the folder, neither by a name nor through a link in it.
final class QueryFolder {
  private static final String SUFFIX = ".sql";
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final Path folder;
  private final Set<String> written = new HashSet<>();

  QueryFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  /// A file.
  ///
  /// @param path inside of the folder, with `/` between
  record File(String path, String text) {}

  /// What is in a folder.
  ///
  /// @param files in the order of their paths
  /// @param unreadable why some are not there, by their paths
  record Content(List<File> files, Map<String, String> unreadable) {}

  /// What becomes of a file that is written.
  enum Written {
    CREATED,
    UPDATED,
    UNCHANGED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// All files `.sql` of the folder and of those in it.
  ///
  /// @throws IOException where there is no such folder
  Content read() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("There is no folder " + folder);
    }
    var files = new TreeMap<String, File>();
    var unreadable = new TreeMap<String, String>();
    try (var paths = Files.walk(folder)) {
      for (var path : paths.filter(QueryFolder::isQueryFile).toList()) {
        var name =
            folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        try {
          files.put(name, new File(name, text(path)));
        } catch (CharacterCodingException _) {
          unreadable.put(name, "is no text in UTF-8");
        } catch (IOException failure) {
          unreadable.put(name, "cannot be read (%s)".formatted(failure.getClass().getSimpleName()));
        }
      }
    }
    return new Content(List.copyOf(files.values()), unreadable);
  }

  private static boolean isQueryFile(Path path) {
    return Files.isRegularFile(path)
        && path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  private static String text(Path path) throws IOException {
    var text = Files.readString(path);
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /// The path at which a file is written: its own, or a numbered one where a file of this export
  /// has it already.
  String freePath(String path) {
    var stem = path.endsWith(SUFFIX) ? path.substring(0, path.length() - SUFFIX.length()) : path;
    var free = path;
    for (int number = 2; !written.add(free.toLowerCase(Locale.ROOT)); number++) {
      free = stem + "-" + number + SUFFIX;
    }
    return free;
  }

  /// Writes a file.
  ///
  /// @param isDryRun whether it is only told what would become of it
  /// @throws IOException where the path leads out of the folder
  Written write(File file, boolean isDryRun) throws IOException {
    var target = inside(file.path());
    var isThere = Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (isThere && Files.readString(target).equals(file.text())) {
      return Written.UNCHANGED;
    }
    if (!isDryRun) {
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.text());
    }
    return isThere ? Written.UPDATED : Written.CREATED;
  }

  private Path inside(String path) throws IOException {
    try {
      if (!path.endsWith(SUFFIX) || path.contains("\\") || path.contains(":")) {
        throw refused(path);
      }
      var wanted = Path.of(path);
      var target = folder.resolve(wanted);
      if (wanted.isAbsolute() || !target.equals(target.normalize()) || !target.startsWith(folder)) {
        throw refused(path);
      }
      var step = folder;
      for (var name : wanted) {
        step = step.resolve(name);
        if (Files.isSymbolicLink(step)) {
          throw refused(path);
        }
      }
      return target;
    } catch (InvalidPathException _) {
      throw refused(path);
    }
  }

  private static IOException refused(String path) {
    var shown = path.replaceAll("\\p{Cntrl}", "?");
    return new IOException(
        "'%s' is no file inside of the folder; nothing more is written".formatted(shown));
  }
}

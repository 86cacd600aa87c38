package io.tarn.local.sending;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;

/// Finds which accounts' events files hold, without taking the events apart. Files packed in
/// another way than by gzip or zip cannot be looked into here.
public final class AccountScan {
  private static final Pattern ACCOUNT =
      Pattern.compile("\\\\?\"recipientAccountId\\\\?\"\\s*:\\s*\\\\?\"(\\d{12})\\\\?\"");
  private static final int CHUNK = 1 << 16;
  private static final int OVERLAP = 128;

  private final Map<String, Long> events = new TreeMap<>();
  private int closed;

  /// Looks through a file.
  public void add(Sendable file) throws IOException, InterruptedException {
    try (var in = new BufferedInputStream(file.open(), CHUNK)) {
      var start = peek(in);
      if (start.startsWith("\u001f\u008b")) {
        scan(new GZIPInputStream(in, CHUNK));
      } else if (start.startsWith("PK\u0003\u0004")) {
        scanMembers(new ZipInputStream(in));
      } else if (start.startsWith("(\u00b5/\u00fd")) {
        closed++;
      } else {
        scan(in);
      }
    }
  }

  /// How many events each account has, as far as the files say.
  public Map<String, Long> events() {
    return Map.copyOf(events);
  }

  /// How many files could not be looked into.
  public int closed() {
    return closed;
  }

  private static String peek(BufferedInputStream in) throws IOException {
    in.mark(4);
    var start = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
    in.reset();
    return start;
  }

  private void scanMembers(ZipInputStream members) throws IOException {
    while (members.getNextEntry() != null) {
      scan(members);
    }
  }

  /// A match that ends before the overlap is counted with this chunk, a later one with the next.
  private void scan(InputStream in) throws IOException {
    var rest = "";
    for (var chunk = in.readNBytes(CHUNK); chunk.length > 0; chunk = in.readNBytes(CHUNK)) {
      var text = rest + new String(chunk, StandardCharsets.ISO_8859_1);
      var isLast = chunk.length < CHUNK;
      var counted = count(text, isLast ? text.length() : text.length() - OVERLAP);
      rest = text.substring(Math.max(counted, isLast ? text.length() : text.length() - OVERLAP));
    }
  }

  /// @return the end of the last match, from which the search goes on
  private int count(String text, int limit) {
    var matcher = ACCOUNT.matcher(text);
    var end = 0;
    while (matcher.find() && matcher.start() < limit) {
      events.merge(matcher.group(1), 1L, Long::sum);
      end = matcher.end();
    }
    return end;
  }
}

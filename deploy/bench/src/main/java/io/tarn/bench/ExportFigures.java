package io.tarn.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What was measured of the exports in one format, over all rounds.
final class ExportFigures {
  private final String format;
  private final List<FinishedExport> exports = new ArrayList<>();
  private final Samples seconds = new Samples();
  private final Samples bareSeconds = new Samples();
  private final Samples ratios = new Samples();
  private final Map<String, Samples> cores = new TreeMap<>();
  private double heapMegabytes;
  private long residentMegabytes;
  private long plainBytes;

  ExportFigures(String format) {
    this.format = format;
  }

  /// One round.
  ///
  /// @param bare seconds of the bare upload just after it
  /// @param taken seconds of a core, by part of the product
  void add(FinishedExport export, double bare, Map<String, Double> taken) {
    exports.add(export);
    seconds.add(export.seconds());
    bareSeconds.add(bare);
    ratios.add(bare / export.seconds());
    taken.forEach((part, each) -> cores.computeIfAbsent(part, _ -> new Samples()).add(each));
  }

  void addPeaks(double heap, long resident) {
    heapMegabytes = Math.max(heapMegabytes, heap);
    residentMegabytes = Math.max(residentMegabytes, resident);
  }

  /// @param bytes of the rows as text, before it is compressed
  void plainBytes(long bytes) {
    plainBytes = bytes;
  }

  long plainBytes() {
    return plainBytes;
  }

  String format() {
    return format;
  }

  /// The first export.
  FinishedExport first() {
    return exports.getFirst();
  }

  double seconds() {
    return seconds.median();
  }

  double bareSeconds() {
    return bareSeconds.median();
  }

  /// Rate of exports as a share of the bare uploads', the median of those round by round.
  double ratio() {
    return ratios.median();
  }

  /// Seconds of a core an export.
  double coreSeconds(String part) {
    return cores.containsKey(part) ? cores.get(part).median() : 0;
  }

  double heapMegabytes() {
    return heapMegabytes;
  }

  long residentMegabytes() {
    return residentMegabytes;
  }

  /// Whether each round has written the same bytes.
  boolean isRepeatable() {
    return exports.stream().map(FinishedExport::files).distinct().count() == 1;
  }
}

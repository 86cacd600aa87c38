package io.tarn.ingest.record;

import io.tarn.common.schema.EventCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// One line of a mapping table: a field of events, and the columns that its value fills.
///
/// @param path the keys of the field, joined by dots
/// @param since the version that has the field first
/// @param value JSON of a value
/// @param columns all columns that the value fills
/// @param misfit JSON of a value that does not fit, or `-` where there is none to try
record FieldCase(
    EventCategory category,
    String path,
    String since,
    String value,
    Map<String, Object> columns,
    String misfit) {
  /// By number of the minor version: `1.10` comes after `1.9`.
  private static final Comparator<String> BY_MINOR =
      Comparator.comparing(version -> Integer.valueOf(version.substring(version.indexOf('.') + 1)));

  static List<String> versions() {
    return lines("versions.txt").toList();
  }

  static Stream<FieldCase> all() {
    return Stream.of(EventCategory.values()).flatMap(FieldCase::of);
  }

  boolean isIn(String version) {
    return BY_MINOR.compare(version, since) >= 0;
  }

  boolean hasMisfit() {
    return !misfit.equals("-");
  }

  String member() {
    return nested(path, value);
  }

  String misfitMember() {
    return nested(path, misfit);
  }

  String nullMember() {
    return nested(path, "null");
  }

  String memberOfOtherCase() {
    int last = path.lastIndexOf('.') + 1;
    var name = path.substring(last);
    var first = name.substring(0, 1);
    var other = first.equals(upper(first)) ? first.toLowerCase(Locale.ROOT) : upper(first);
    return nested(path.substring(0, last) + other + name.substring(1), value);
  }

  /// The field under whose name its faults are counted, which has one spelling only.
  String column() {
    return path.replace("credentiaisIssuedTo", "credentialsIssuedTo")
        .replace("channelArn", "channelARN");
  }

  @Override
  public String toString() {
    return category + " " + path + " " + value;
  }

  private static Stream<FieldCase> of(EventCategory category) {
    var file = category.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".tsv";
    return lines("fields/" + file)
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split("\t", -1))
        .map(
            part ->
                new FieldCase(
                    category, part[0], part[1], part[2], MappingTableTest.plain(part[3]), part[4]));
  }

  private static String nested(String path, String value) {
    var keys = path.split("\\.", -1);
    var json = value;
    for (int i = keys.length - 1; i >= 0; i--) {
      json = (i == 0 ? "" : "{") + "\"" + keys[i] + "\":" + json + (i == 0 ? "" : "}");
    }
    return json;
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static Stream<String> lines(String name) {
    try (var file = FieldCase.class.getResourceAsStream("/mapping/" + name)) {
      var text =
          new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

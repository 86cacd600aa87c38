package io.tarn.catalog.query;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What of a query is searched for words, in the columns of its versions.
///
/// @param keywords tags, category and kinds of event
/// @param prose the descriptions
/// @param body the statement
record SearchTexts(String keywords, String prose, String body) {
  private static final Pattern CAMEL =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}']+");

  static SearchTexts of(QueryContent content) {
    var keywords =
        Stream.of(
                content.tags().stream(),
                Stream.of(content.category()),
                content.events().stream(),
                content.attack().stream())
            .flatMap(texts -> texts)
            .collect(Collectors.joining(" "));
    var columns =
        content.columns().stream()
            .flatMap(column -> Stream.of(column.name(), text(column.description())))
            .collect(Collectors.joining(" "));
    var prose = String.join(" ", text(content.description()), text(content.finding()), columns);
    return new SearchTexts(words(keywords), words(prose), words(content.statement()));
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// Words as they stand and, of `ExecuteCommand`, its parts as well.
  static String words(String text) {
    return NO_WORD
        .splitAsStream(text)
        .filter(word -> !word.isEmpty())
        .flatMap(SearchTexts::withParts)
        .collect(Collectors.joining(" "));
  }

  private static Stream<String> withParts(String word) {
    var parts = CAMEL.split(word, -1);
    var lower = Stream.of(word.toLowerCase(Locale.ROOT));
    return parts.length == 1
        ? lower
        : Stream.concat(lower, Stream.of(parts).map(part -> part.toLowerCase(Locale.ROOT)));
  }
}

package io.tarn.catalog.query;

import io.tarn.catalog.library.LibraryQuery;
import io.tarn.catalog.library.ProductLibrary;
import io.tarn.catalog.library.QueryFile;
import io.tarn.catalog.library.QueryFileWriter;
import io.tarn.catalog.library.QueryHead;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Kept queries as files, and back.
final class QueryFiles {
  private static final int LONGEST_NAME = 80;

  private QueryFiles() {}

  /// The library of this release, by the names of its files.
  static Map<String, QueryContent> library() {
    return ProductLibrary.load().queries().stream()
        .collect(Collectors.toMap(LibraryQuery::name, query -> contentOf(query.file())));
  }

  static QueryContent contentOf(QueryFile file) {
    var head = file.head();
    return new QueryContent(
        head.title(),
        orAbsent(head.description()),
        head.category(),
        head.tags(),
        head.events(),
        head.attack(),
        head.parameters().stream().map(ParameterDeclaration::of).toList(),
        head.columns().stream()
            .map(
                column ->
                    new QueryContent.ColumnNote(column.name(), orAbsent(column.description())))
            .toList(),
        orAbsent(head.finding()),
        orAbsent(head.falseAlarms()),
        file.statement());
  }

  /// The text of a query's file.
  static String textOf(QueryContent content) {
    var head =
        new QueryHead(
            content.title(),
            orEmpty(content.description()),
            content.category(),
            content.tags(),
            content.events(),
            content.attack(),
            ParameterDeclaration.parameters(content.parameters()),
            content.columns().stream()
                .map(column -> new QueryHead.Column(column.name(), orEmpty(column.description())))
                .toList(),
            orEmpty(content.finding()),
            orEmpty(content.falseAlarms()));
    return QueryFileWriter.write(new QueryFile(head, content.statement()));
  }

  /// Where a query's file stands in a folder: `containers/commands-run-in-containers.sql`.
  static String pathOf(QueryContent content) {
    var name =
        Normalizer.normalize(content.title(), Normalizer.Form.NFKD)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    var shortened = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    return content.category() + "/" + (shortened.isEmpty() ? "query" : shortened) + ".sql";
  }

  private static @Nullable String orAbsent(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}

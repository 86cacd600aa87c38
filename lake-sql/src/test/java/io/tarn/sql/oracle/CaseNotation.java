package io.tarn.sql.oracle;

import io.trino.sql.parser.ParsingException;
import io.trino.sql.parser.SqlParser;
import io.trino.sql.tree.DataType;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.RowDataType;
import io.trino.sql.tree.TypeParameter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Answers of the oracle in the notation of the files of function cases: the first column of each
/// row (`'text'`, `1.0E10`, `[1, 2]`, `{'a'=1}`, `{1, 'a'}`, `X'00ff'`), or `!` and the error.
public final class CaseNotation {
  private static final SqlParser PARSER = new SqlParser();
  private static final Pattern FIELD = Pattern.compile("([(,])([^(),]+) (\\w+)");

  private CaseNotation() {}

  public static String of(Answer answer) {
    return switch (answer) {
      case Answer.Refusal refusal -> "!" + refusal.error();
      case Answer.Rows(var columns, var rows) -> {
        var type = type(columns.getFirst().type());
        yield rows.stream()
            .map(row -> value(row.getFirst(), type))
            .collect(Collectors.joining(", "));
      }
    };
  }

  /// The driver does not quote the names of fields, which may have blanks.
  private static DataType type(String text) {
    try {
      return PARSER.createType(text);
    } catch (ParsingException _) {
      return PARSER.createType(FIELD.matcher(text).replaceAll("$1\"$2\" $3"));
    }
  }

  private static String value(@Nullable Object value, DataType type) {
    return switch (value) {
      case null -> "NULL";
      case byte[] bytes -> "X'" + HexFormat.of().formatHex(bytes) + "'";
      case BigDecimal number -> number.toPlainString();
      case Double number when name(type).equals("real") -> Float.toString(number.floatValue());
      case List<?> list when type instanceof RowDataType row -> row(list, row);
      case List<?> list -> list(list, part(type, 0));
      case Map<?, ?> map -> map(map, part(type, 0), part(type, 1));
      case String text when isText(type) -> "'" + text.replace("'", "''") + "'";
      default -> value.toString();
    };
  }

  private static String list(List<?> values, DataType element) {
    return values.stream()
        .map(value -> element(value, element))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /// In arrays the files have addresses as texts.
  private static String element(@Nullable Object value, DataType type) {
    return value instanceof String address && name(type).equals("ipaddress")
        ? "'" + address + "'"
        : value(value, type);
  }

  private static String row(List<?> values, RowDataType type) {
    var texts = new ArrayList<String>();
    for (int index = 0; index < values.size(); index++) {
      texts.add(value(values.get(index), type.getFields().get(index).getType()));
    }
    return texts.stream().collect(Collectors.joining(", ", "{", "}"));
  }

  private static String map(Map<?, ?> entries, DataType key, DataType item) {
    return entries.entrySet().stream()
        .map(entry -> value(entry.getKey(), key) + "=" + value(entry.getValue(), item))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static boolean isText(DataType type) {
    return List.of("varchar", "char", "json", "unknown").contains(name(type));
  }

  private static String name(DataType type) {
    return type instanceof GenericDataType generic ? generic.getName().getValue() : "";
  }

  private static DataType part(DataType type, int index) {
    var parameter = ((GenericDataType) type).getArguments().get(index);
    return Objects.requireNonNull(((TypeParameter) parameter).getValue());
  }
}

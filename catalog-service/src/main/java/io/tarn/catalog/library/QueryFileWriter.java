package io.tarn.catalog.library;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a query's file, the same text for the same query. Comments inside of a head are lost.
public final class QueryFileWriter {
  private static final int WIDTH = 96;

  /// What YAML would take for something else, or for the end of the text.
  private static final Pattern SPECIAL =
      Pattern.compile(": |:$| #|^[\\s&*!|>'\"%@`{}\\[\\],#?:-]|\\s$|  |\\t");

  private static final Pattern OTHER_TYPE =
      Pattern.compile("(?i)true|false|yes|no|on|off|y|n|null|~|[-+.\\d].*");
  private static final Pattern PLAIN_IN_LIST =
      Pattern.compile("[\\p{L}\\p{N}_./][\\p{L}\\p{N}_./* -]*");
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\x00-\\x09\\x0b-\\x1f\\x7f-\\xa0\\u2028\\u2029\\ufeff\\ufffe\\uffff]");

  private final List<String> lines = new ArrayList<>();

  private QueryFileWriter() {}

  public static String write(QueryFile file) {
    var writer = new QueryFileWriter();
    writer.head(file.head());
    var head =
        writer.lines.stream()
            .map(line -> line.isEmpty() ? "--\n" : "-- " + line + "\n")
            .collect(Collectors.joining());
    var gap = file.statement().startsWith("--") ? "\n" : "";
    return head + gap + file.statement() + "\n";
  }

  private void head(QueryHead head) {
    text("", "title", head.title());
    if (!head.description().isEmpty()) {
      block("", "description", head.description());
    }
    text("", "category", head.category());
    listIfAny("tags", head.tags());
    listIfAny("events", head.events());
    listIfAny("attack", head.attack());
    if (!head.parameters().isEmpty()) {
      lines.add("parameters:");
      head.parameters().forEach(this::parameter);
    }
    if (!head.columns().isEmpty()) {
      lines.add("columns:");
      head.columns().forEach(column -> text("  ", scalar(column.name()), column.description()));
    }
    optional("", "finding", head.finding());
    optional("", "falseAlarms", head.falseAlarms());
  }

  private void listIfAny(String name, List<String> texts) {
    if (!texts.isEmpty()) {
      list("", name, texts);
    }
  }

  private void parameter(Parameter parameter) {
    int first = lines.size();
    var indent = "    ";
    text(indent, "name", parameter.name());
    text(indent, "type", parameter.type().wireName());
    if (parameter.type() == ParameterType.LIST && parameter.itemType() != ParameterType.TEXT) {
      text(indent, "of", parameter.itemType().wireName());
    }
    optional(indent, "label", parameter.label());
    if (!parameter.isRequired()) {
      lines.add(indent + "required: false");
    }
    if (parameter.fallback() != null) {
      lines.add(indent + "default: " + value(parameter.fallback()));
    }
    if (!parameter.choices().isEmpty()) {
      list(indent, "choices", parameter.choices());
    }
    if (parameter.min() != null) {
      lines.add(indent + "min: " + parameter.min().toPlainString());
    }
    if (parameter.max() != null) {
      lines.add(indent + "max: " + parameter.max().toPlainString());
    }
    if (parameter.maxLength() != null) {
      lines.add(indent + "maxLength: " + parameter.maxLength());
    }
    optional(indent, "help", parameter.help());
    lines.set(first, "  - " + lines.get(first).strip());
  }

  private void optional(String indent, String name, @Nullable String text) {
    if (text != null && !text.isEmpty()) {
      text(indent, name, text);
    }
  }

  /// On the line of its name where there is room, else below.
  private void text(String indent, String name, String text) {
    if (text.indexOf('\n') < 0 && indent.length() + name.length() + 2 + text.length() <= WIDTH) {
      lines.add(indent + name + ": " + scalar(text));
    } else {
      block(indent, name, text);
    }
  }

  /// Below its name, broken between words; as it is where it has lines of its own.
  private void block(String indent, String name, String text) {
    if (text.isEmpty() || UNPRINTABLE.matcher(text).find() || text.startsWith(" ")) {
      lines.add(indent + name + ": " + quoted(text));
    } else if (text.indexOf('\n') >= 0) {
      literal(indent, name, text);
    } else if (text.contains("  ")) {
      lines.add(indent + name + ": " + quoted(text));
    } else {
      lines.add(indent + name + ": >");
      folded(indent + "  ", text);
    }
  }

  private void literal(String indent, String name, String text) {
    lines.add(indent + name + ": |");
    text.lines().forEach(line -> lines.add(line.isEmpty() ? "" : indent + "  " + line));
  }

  private void folded(String indent, String text) {
    var line = new StringBuilder(indent);
    for (var word : text.split(" ", -1)) {
      if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH - 2) {
        lines.add(line.toString());
        line.setLength(indent.length());
      }
      line.append(line.length() > indent.length() ? " " : "").append(word);
    }
    lines.add(line.toString());
  }

  private void list(String indent, String name, List<String> texts) {
    lines.add(indent + name + ": " + value(texts));
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> PLAIN_IN_LIST.matcher(text).matches() ? scalar(text) : quoted(text);
      case List<?> items ->
          items.stream().map(QueryFileWriter::value).collect(Collectors.joining(", ", "[", "]"));
      case Map<?, ?> fields ->
          fields.entrySet().stream()
              .map(entry -> value(entry.getKey()) + ": " + value(entry.getValue()))
              .collect(Collectors.joining(", ", "{", "}"));
      default -> value.toString();
    };
  }

  private static String scalar(String text) {
    var isPlain =
        !text.isEmpty()
            && !SPECIAL.matcher(text).find()
            && !OTHER_TYPE.matcher(text).matches()
            && !UNPRINTABLE.matcher(text).find()
            && text.indexOf('\n') < 0;
    return isPlain ? text : quoted(text);
  }

  private static String quoted(String text) {
    var escaped = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7e && UNPRINTABLE.matcher(String.valueOf(c)).matches()) {
        escaped.append("\\u%04x".formatted((int) c));
      } else if (Character.isSurrogate(c)) {
        escaped.append(c);
      } else {
        escaped.append(JsonStringEncoder.getInstance().quoteAsString(String.valueOf(c)));
      }
    }
    return escaped.append('"').toString();
  }
}

package io.tarn.catalog.library;

import io.tarn.catalog.library.HeadNode.Fields;
import io.tarn.catalog.library.QueryFileException.Fault;
import io.tarn.catalog.library.QueryHead.Column;
import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterRules;
import io.tarn.sql.parameter.ParameterType;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a query's file. Everything that is not in the form is refused, with its line and field.
/// The statement itself is not looked at.
public final class QueryFileReader {
  public static final int LONGEST_TITLE = 200;
  public static final int LONGEST_TEXT = 20_000;
  public static final int MOST_TAGS = 20;
  public static final int LONGEST_TAG = 50;

  private static final int LONGEST_FILE = 200_000;
  private static final int MOST_EVENTS = 100;
  private static final int LONGEST_EVENT = 300;
  private static final int MOST_COLUMNS = 1000;
  private static final int LONGEST_COLUMN = 2000;
  private static final int MOST_CHOICES = 200;
  private static final Pattern CATEGORY = Pattern.compile("[a-z0-9][a-z0-9-]{0,49}");
  private static final Pattern EVENT =
      Pattern.compile("(?:[A-Za-z0-9._-]+|\\*)/(?:[A-Za-z0-9._:/-]+|\\*)");
  private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(?:\\.\\d{3})?");

  private final Instant now;
  private final boolean isComplete;

  /// Reads files of the library, which have all fields.
  ///
  /// @param now what relative times in defaults are tried with
  public QueryFileReader(Instant now) {
    this(now, true);
  }

  private QueryFileReader(Instant now, boolean isComplete) {
    this.now = now;
    this.isComplete = isComplete;
  }

  /// Reads files of somebody's own, of which title and category are needed only.
  public static QueryFileReader ofOwn(Instant now) {
    return new QueryFileReader(now, false);
  }

  /// @throws QueryFileException with all that is wrong
  public QueryFile read(String text) {
    if (text.length() > LONGEST_FILE) {
      throw refused(1, "file", "must have at most %,d characters".formatted(LONGEST_FILE));
    }
    var lines = withoutMark(text).lines().toList();
    var head = lines.stream().takeWhile(line -> line.startsWith("--")).toList();
    if (head.isEmpty()) {
      throw refused(1, "head", "is missing");
    }
    var node = HeadNode.read(yaml(head));
    if (!(node instanceof Fields root)) {
      throw refused(node.line(), "head", "must have fields");
    }
    var fields = HeadFields.of(root);
    var read = head(fields);
    var statement = String.join("\n", lines.subList(head.size(), lines.size())).strip();
    var faults = fields.faults();
    if (statement.isEmpty()) {
      faults.add(new Fault(lines.size(), "statement", "is missing"));
    } else if (HeadFields.hasControls(statement)) {
      faults.add(new Fault(head.size() + 1, "statement", "must not have control characters"));
    }
    if (!faults.isEmpty()) {
      throw new QueryFileException(faults);
    }
    return new QueryFile(read, statement);
  }

  private static QueryFileException refused(int line, String field, String message) {
    return new QueryFileException(List.of(new Fault(line, field, message)));
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /// The lines without their comment marks; their numbers stay.
  private static String yaml(List<String> head) {
    var yaml = new StringBuilder();
    for (int i = 0; i < head.size(); i++) {
      var line = head.get(i);
      if (line.length() > 2 && line.charAt(2) != ' ') {
        throw refused(i + 1, "head", "must have a blank after --");
      }
      yaml.append(line.length() > 2 ? line.substring(3) : "").append('\n');
    }
    return yaml.toString();
  }

  private QueryHead head(HeadFields fields) {
    var title = fields.line("title", LONGEST_TITLE);
    var description = text(fields, "description");
    var category = fields.line("category", LONGEST_TAG);
    if (!category.isEmpty() && !CATEGORY.matcher(category).matches()) {
      fields.refuse("category", "must be lower-case letters, digits and hyphens");
    }
    var tags = fields.list("tags", isComplete, MOST_TAGS, LONGEST_TAG);
    var events = fields.list("events", isComplete, MOST_EVENTS, LONGEST_EVENT);
    fields.match("events", events, EVENT, "must be source/name, source/* or */*");
    var attack = fields.list("attack", false, MOST_EVENTS, LONGEST_TAG);
    fields.match("attack", attack, TECHNIQUE, "must be a technique of ATT&CK such as T1078.004");
    var parameters = parameters(fields);
    var columns =
        fields.texts("columns", isComplete, MOST_COLUMNS, LONGEST_COLUMN).entrySet().stream()
            .map(entry -> new Column(entry.getKey(), entry.getValue()))
            .toList();
    var finding = text(fields, "finding");
    var falseAlarms = text(fields, "falseAlarms");
    fields.end();
    return new QueryHead(
        title,
        description,
        category,
        tags,
        events,
        attack,
        parameters,
        columns,
        finding,
        falseAlarms);
  }

  /// The empty text where there is none and none is needed.
  private String text(HeadFields fields, String name) {
    return isComplete
        ? fields.text(name, LONGEST_TEXT)
        : Objects.requireNonNullElse(fields.optionalText(name, LONGEST_TEXT), "");
  }

  private List<Parameter> parameters(HeadFields fields) {
    int before = fields.faults().size();
    var parameters = new ArrayList<Parameter>();
    for (var object : fields.objects("parameters")) {
      parameters.add(parameter(object));
      object.end();
    }
    if (fields.faults().size() == before) {
      for (var fault : ParameterRules.faults(parameters, now)) {
        fields.refuseAt(fault.field(), fault.message());
      }
    }
    return parameters;
  }

  private static Parameter parameter(HeadFields fields) {
    var name = fields.line("name", LONGEST_TITLE);
    var type = type(fields, "type", fields.line("type", LONGEST_TAG)).orElse(ParameterType.TEXT);
    var itemName = fields.optionalText("of", LONGEST_TAG);
    if (itemName != null && type != ParameterType.LIST) {
      fields.refuse("of", "is for parameters of type list");
    }
    var itemType =
        Optional.ofNullable(itemName)
            .flatMap(given -> type(fields, "of", given))
            .orElse(ParameterType.TEXT);
    return new Parameter(
        name,
        type,
        fields.optionalText("label", LONGEST_TEXT),
        fields.optionalText("help", LONGEST_TEXT),
        Objects.requireNonNullElse(fields.truth("required"), true),
        fields.value("default"),
        fields.list("choices", false, MOST_CHOICES, LONGEST_TITLE),
        decimal(fields.number("min")),
        decimal(fields.number("max")),
        maxLength(fields),
        itemType);
  }

  private static Optional<ParameterType> type(HeadFields fields, String field, String name) {
    var type = ParameterType.of(name);
    if (type.isEmpty() && !name.isEmpty()) {
      fields.refuse(field, "must be one of " + ParameterType.wireNames());
    }
    return type;
  }

  private static @Nullable BigDecimal decimal(@Nullable Number number) {
    return number == null ? null : new BigDecimal(number.toString());
  }

  private static @Nullable Integer maxLength(HeadFields fields) {
    var number = decimal(fields.number("maxLength"));
    try {
      return number == null ? null : number.intValueExact();
    } catch (ArithmeticException _) {
      fields.refuse("maxLength", "must be a whole number");
      return null;
    }
  }
}

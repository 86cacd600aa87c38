package io.tarn.catalog.query;

import io.tarn.service.problem.ProblemException.Violation;
import io.tarn.sql.EventDataStore;
import io.tarn.sql.StatementException;
import io.tarn.sql.TimeRange;
import io.tarn.sql.TranslationContext;
import io.tarn.sql.Translator;
import io.tarn.sql.parameter.Parameter;
import io.tarn.sql.parameter.ParameterDeclaration;
import io.tarn.sql.parameter.ParameterException;
import io.tarn.sql.parameter.ParameterRules;
import io.tarn.sql.parameter.Parameters;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which queries can be saved: bounded texts, sound parameters, and a statement that runs.
final class ContentRules {
  private static final int LONGEST_TITLE = 200;
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_WORD = 50;
  private static final int LONGEST_EVENT = 200;
  private static final int MOST_WORDS = 50;
  private static final int MOST_COLUMNS = 1000;
  private static final int LONGEST_COLUMN = 2000;
  private static final Pattern CATEGORY = Pattern.compile("[a-z0-9]+(?:-[a-z0-9]+)*");
  private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}(?:\\.[0-9]{3})?");

  /// A schema that no tenant has: what is checked here never runs.
  private static final String NO_SCHEMA = "t_00000000000000000000000000";

  private static final Translator TRANSLATOR = new Translator();

  private final List<EventDataStore> stores;
  private final Instant now;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Violation> unrunnable = new ArrayList<>();

  /// What was learnt of a query.
  ///
  /// @param violations why it cannot be saved; empty if it can
  /// @param unrunnable why the statement does not run over the stores as they are
  /// @param warnings what its author should know
  record Outcome(List<Violation> violations, List<Violation> unrunnable, List<String> warnings) {
    Outcome {
      violations = List.copyOf(violations);
      unrunnable = List.copyOf(unrunnable);
      warnings = List.copyOf(warnings);
    }

    /// All that is wrong with it.
    List<Violation> faults() {
      return Stream.concat(violations.stream(), unrunnable.stream()).toList();
    }
  }

  private ContentRules(List<EventDataStore> stores, Instant now) {
    this.stores = stores;
    this.now = now;
  }

  /// Checks a query against the event data stores that it can read.
  static Outcome check(QueryContent content, List<EventDataStore> stores, Instant now) {
    var rules = new ContentRules(stores, now);
    rules.checkTexts(content);
    rules.checkWords(content);
    rules.checkColumns(content);
    var warnings = rules.checkStatement(content);
    return new Outcome(rules.violations, rules.unrunnable, warnings);
  }

  private void checkTexts(QueryContent content) {
    if (content.title().isBlank()) {
      refuse("title", "must not be blank");
    }
    checkText("title", content.title(), LONGEST_TITLE, false);
    checkText("description", content.description(), LONGEST_TEXT, true);
    checkText("finding", content.finding(), LONGEST_TEXT, true);
    checkText("falseAlarms", content.falseAlarms(), LONGEST_TEXT, true);
  }

  private void checkWords(QueryContent content) {
    if (!CATEGORY.matcher(content.category()).matches()) {
      refuse("category", "must be lower-case letters and digits, with hyphens between");
    }
    checkText("category", content.category(), LONGEST_WORD, false);
    checkList("tags", content.tags(), LONGEST_WORD);
    checkList("events", content.events(), LONGEST_EVENT);
    checkList("attack", content.attack(), LONGEST_WORD);
    for (int i = 0; i < content.attack().size(); i++) {
      if (!TECHNIQUE.matcher(content.attack().get(i)).matches()) {
        refuse("attack[" + i + "]", "must be the id of a technique such as T1609 or T1078.004");
      }
    }
  }

  private void checkList(String field, List<String> texts, int longest) {
    if (texts.size() > MOST_WORDS) {
      refuse(field, "must be at most " + MOST_WORDS);
      return;
    }
    for (int i = 0; i < texts.size(); i++) {
      var place = field + "[" + i + "]";
      checkText(place, texts.get(i), longest, false);
      if (texts.get(i).isBlank()) {
        refuse(place, "must not be blank");
      }
    }
  }

  private void checkColumns(QueryContent content) {
    if (content.columns().size() > MOST_COLUMNS) {
      refuse("columns", "must be at most " + MOST_COLUMNS);
      return;
    }
    for (int i = 0; i < content.columns().size(); i++) {
      var column = content.columns().get(i);
      checkText("columns[" + i + "].name", column.name(), LONGEST_COLUMN, false);
      checkText("columns[" + i + "].description", column.description(), LONGEST_COLUMN, true);
    }
  }

  private void checkText(String field, @Nullable String text, int longest, boolean hasLines) {
    if (text == null) {
      return;
    }
    if (text.codePointCount(0, text.length()) > longest) {
      refuse(field, "must have at most " + longest + " characters");
    } else if (text.chars().anyMatch(c -> isControl(c, hasLines))) {
      refuse(field, "must not have control characters");
    }
  }

  private static boolean isControl(int character, boolean hasLines) {
    var isLayout = hasLines && (character == '\n' || character == '\r' || character == '\t');
    return Character.isISOControl(character) && !isLayout;
  }

  private List<String> checkStatement(QueryContent content) {
    var declared = declared(content.parameters());
    if (declared == null) {
      return List.of();
    }
    // A statement with a window is for schedules, and can be kept like any other.
    var parameters = Parameters.ofDefaults(declared, now).withSomeWindow(now);
    var context = new TranslationContext(NO_SCHEMA, stores, now, parameters);
    var faults = TRANSLATOR.faults(content.statement(), context);
    faults.forEach(
        fault ->
            (isOfText(fault) ? violations : unrunnable)
                .add(new Violation("statement", described(fault))));
    if (!faults.isEmpty()) {
      return List.of();
    }
    var translation = TRANSLATOR.translate(content.statement(), context);
    refuseUnused(content, declared);
    return translation.timeRange().equals(TimeRange.ALL)
        ? List.of("The statement has no bound on eventTime, so it reads all events of its stores.")
        : List.of();
  }

  private @Nullable List<Parameter> declared(List<ParameterDeclaration> declarations) {
    try {
      var declared = ParameterDeclaration.parameters(declarations);
      var faults = ParameterRules.faults(declared, now);
      faults.forEach(fault -> refuse(fault.field(), fault.message()));
      return faults.isEmpty() ? declared : null;
    } catch (ParameterException failure) {
      failure.faults().forEach(fault -> refuse(fault.field(), fault.message()));
      return null;
    }
  }

  private void refuseUnused(QueryContent content, List<Parameter> declared) {
    var used = new HashSet<>(Translator.parametersOf(content.statement()));
    for (int i = 0; i < declared.size(); i++) {
      if (!used.contains(declared.get(i).name())) {
        refuse("parameters[" + i + "].name", "is not used in the statement");
      }
    }
  }

  /// Whether it is wrong whatever the stores are.
  private static boolean isOfText(StatementException fault) {
    return fault instanceof StatementException.Syntax
        || fault instanceof StatementException.TooLarge
        || fault.construct().equals("parameter");
  }

  private static String described(StatementException fault) {
    var hint = fault.hint() == null ? "" : " (" + fault.hint() + ")";
    return "line %d, column %d: %s%s"
        .formatted(fault.line(), fault.column(), fault.getMessage(), hint);
  }

  private void refuse(String field, String reason) {
    violations.add(new Violation(field, reason));
  }
}

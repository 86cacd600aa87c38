package io.tarn.sql;

import io.tarn.common.schema.EventCategory;
import io.tarn.sql.tree.TreePrinter;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Prints how a statement is translated, without a database: `TranslateCommand "select ..."`.
/// `$EDS_ID` and every UUID in the statement stand for event data stores.
public final class TranslateCommand {
  private static final Pattern ID =
      Pattern.compile("\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private static final String SCHEMA = "t_00000000000000000000000000";

  private TranslateCommand() {}

  @SuppressWarnings("SystemOut") // a command of the terminal
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("usage: translate \"select ...\"");
      System.exit(2);
    }
    System.exit(run(arguments[0], System.out, System.err));
  }

  /// The exit code: 0, or 1 for a statement that is refused.
  static int run(String statement, PrintStream out, PrintStream err) {
    try {
      var context = new TranslationContext(SCHEMA, stores(statement), Clock.systemUTC().instant());
      print(new Translator().translate(statement, context), out);
      return 0;
    } catch (StatementException refusal) {
      mark(statement, refusal, err);
      return 1;
    }
  }

  private static void print(Translation translation, PrintStream out) {
    out.println("-- tree");
    out.print(TreePrinter.print(translation.tree()));
    out.println("\n-- PostgreSQL");
    out.println(translation.sql());
    out.println("\n-- parameters");
    translation
        .parameters()
        .forEach(value -> out.println(value.getClass().getSimpleName() + " " + value));
    out.println("\n-- columns");
    translation
        .columns()
        .forEach(column -> out.println(column.name() + " " + column.type().display()));
  }

  private static void mark(String statement, StatementException refusal, PrintStream err) {
    err.println(
        "line " + refusal.line() + ", column " + refusal.column() + ": " + refusal.getMessage());
    err.println(statement.lines().skip(refusal.line() - 1L).findFirst().orElse(""));
    err.println(" ".repeat(refusal.column() - 1) + "^".repeat(Math.max(1, refusal.length())));
  }

  private static List<EventDataStore> stores(String statement) {
    var stores = new ArrayList<EventDataStore>();
    stores.add(store(new UUID(0, 0), true));
    ID.matcher(statement)
        .results()
        .map(MatchResult::group)
        .distinct()
        .map(id -> store(UUID.fromString(id), false))
        .forEach(stores::add);
    return stores;
  }

  private static EventDataStore store(UUID id, boolean isDefault) {
    return new EventDataStore(
        id,
        isDefault ? "default" : id.toString(),
        "arn:aws:cloudtrail:us-east-1:000000000000:eventdatastore/" + id,
        EventCategory.CLOUDTRAIL,
        isDefault);
  }
}

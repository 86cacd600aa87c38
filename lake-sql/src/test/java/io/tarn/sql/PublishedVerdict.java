package io.tarn.sql;

import io.tarn.sql.oracle.Answer;
import io.tarn.sql.oracle.Comparison;
import io.tarn.sql.oracle.Orderings;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// What became of a published statement on both sides.
///
/// @param kind `equal`, `differs`, `refused by both` or `refused by us only`
/// @param detail the number of rows, or Trino's error and our construct
/// @param difference the first one, in words that may cite events; empty where there is none
record PublishedVerdict(String file, String kind, String detail, String difference) {
  private static final String SEPARATOR = " | ";

  static PublishedVerdict of(
      String file, String statement, String trinos, Answer expected, CorpusStores stores) {
    try {
      var actual = stores.answer(statement);
      if (!(expected instanceof Answer.Rows rows)) {
        return new PublishedVerdict(file, "differs", "refused by Trino only", expected.toString());
      }
      var comparison =
          Comparison.of(named(rows, actual), actual, Orderings.of(trinos, rows.columns()));
      return new PublishedVerdict(
          file,
          comparison.isSame() ? "equal" : "differs",
          comparison.rows() + " rows",
          comparison.difference().orElse(""));
    } catch (StatementException refusal) {
      var construct = refusal.getClass().getSimpleName() + " " + refusal.construct();
      return refused(file, construct, expected, refusal);
    } catch (SQLException failure) {
      return refused(file, "SQL state " + failure.getSQLState(), expected, failure);
    }
  }

  private static PublishedVerdict refused(
      String file, String construct, Answer expected, Exception ours) {
    return expected instanceof Answer.Refusal refusal
        ? new PublishedVerdict(file, "refused by both", refusal.error() + ", " + construct, "")
        : new PublishedVerdict(
            file, "refused by us only", construct, String.valueOf(ours.getMessage()));
  }

  /// Trino's answer with our names where Lake has another case (Lake §6.1): a field of a struct is
  /// in lower case, a column of `SELECT *` in the spelling that Trino's catalog loses.
  private static Answer.Rows named(Answer.Rows trinos, Answer.Rows ours) {
    return new Answer.Rows(
        IntStream.range(0, trinos.columns().size())
            .mapToObj(i -> named(trinos.columns().get(i), ours.columns(), i))
            .toList(),
        trinos.rows());
  }

  private static Answer.Column named(Answer.Column trinos, List<Answer.Column> ours, int index) {
    var name = index < ours.size() ? ours.get(index).name() : "";
    boolean isField = name.equals(trinos.name().toLowerCase(Locale.ROOT));
    boolean isOfAll = trinos.name().equals(name.toLowerCase(Locale.ROOT));
    return isField || isOfAll ? new Answer.Column(name, trinos.type()) : trinos;
  }

  boolean hasRows() {
    return kind.equals("equal") && !detail.equals("0 rows");
  }

  String line() {
    return String.join(SEPARATOR, file, kind, detail);
  }
}

package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The published statements over event data stores: each is translated, or refused with a place and
/// the name of a construct.
class CorpusTest {
  @Test
  void translatesOrRefusesEachPublishedStatement() throws IOException {
    // given
    var statements = PublishedStatement.all();
    // when
    Map<String, Integer> outcomes = new TreeMap<>();
    var surprises = new ArrayList<String>();
    for (var published : statements) {
      outcomes.merge(outcome(published, surprises), 1, Integer::sum);
    }
    // then
    print(statements.size(), outcomes);
    assertThat(surprises).isEmpty();
    assertThat(outcomes.getOrDefault("translated", 0)).isGreaterThan(40);
  }

  private static String outcome(PublishedStatement published, List<String> surprises) {
    try {
      new Translator().translate(published.statement(), Stores.CONTEXT);
      return "translated";
    } catch (StatementException.Syntax refusal) {
      if (published.parses()) {
        surprises.add(published.file() + ": " + refusal.getMessage());
      }
      return "does not parse";
    } catch (StatementException refusal) {
      if (refusal.construct().isBlank() || refusal.line() < 1 || refusal.column() < 1) {
        surprises.add(published.file() + ": refused without a location or name");
      }
      return refusal.getClass().getSimpleName() + " " + refusal.construct();
    } catch (RuntimeException unexpected) {
      surprises.add(published.file() + ": " + unexpected);
      return "unexpected";
    }
  }

  @SuppressWarnings("SystemOut") // the coverage is for who reads the build's log
  private static void print(int statements, Map<String, Integer> outcomes) {
    System.out.println("corpus: " + statements + " statements of dialect lake " + outcomes);
  }
}

package io.tarn.sql.parse;

import io.tarn.sql.StatementException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// Collects the faults of a statement, each place once, until there are [#MOST].
///
/// Whoever reads a part of a statement reads it by [#read] and names what stands for the part if it
/// is at fault. A fault of a part that holds another faulty part is not told: it most likely
/// follows from that one.
public final class Faults {
  /// How many faults are collected; an author mends some and asks again.
  public static final int MOST = 100;

  private final List<StatementException> faults = new ArrayList<>();

  /// Reads a whole statement, which may end early where there is too much of anything.
  public void readAll(Runnable statement) {
    try {
      statement.run();
    } catch (StatementException fault) {
      if (faults.isEmpty() || fault instanceof StatementException.TooLarge) {
        report(fault);
      }
    }
  }

  /// Tells a fault after which reading can go on at once.
  public void report(StatementException fault) {
    if (faults.size() < MOST
        && faults.stream().noneMatch(known -> known.location().equals(fault.location()))) {
      faults.add(fault);
    }
  }

  /// Reads a part.
  public <T> T read(Supplier<T> part, Supplier<T> standIn) {
    var before = faults.size();
    try {
      return part.get();
    } catch (StatementException fault) {
      if (fault instanceof StatementException.TooLarge || faults.size() == MOST) {
        throw fault;
      }
      if (faults.size() == before) {
        report(fault);
      }
      return standIn.get();
    }
  }

  /// In the order of the text.
  public List<StatementException> inOrder() {
    return faults.stream().sorted(StatementException.BY_PLACE).toList();
  }
}

package io.tarn.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.sql.StatementException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The members of a problem document about a statement: the place of its first fault, and all
/// faults that are known.
final class StatementProblem {
  private StatementProblem() {}

  /// One fault. Lines and columns count from 1, in code points.
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Fault(
      int line, int column, int length, String construct, String detail, @Nullable String hint) {
    static Fault of(StatementException fault) {
      return new Fault(
          fault.line(),
          fault.column(),
          fault.length(),
          fault.construct(),
          String.valueOf(fault.getMessage()),
          fault.hint());
    }
  }

  static Map<String, Object> members(List<StatementException> faults) {
    var first = Fault.of(faults.getFirst());
    var members = new LinkedHashMap<String, Object>();
    members.put("line", first.line());
    members.put("column", first.column());
    members.put("length", first.length());
    members.put("construct", first.construct());
    if (first.hint() != null) {
      members.put("hint", first.hint());
    }
    members.put("faults", faults.stream().map(Fault::of).toList());
    return members;
  }
}

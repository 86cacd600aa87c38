package io.tarn.query.api;

import io.tarn.sql.function.FunctionTable;
import io.tarn.sql.parse.Language;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/// What statements can be made of.
///
/// @param functions the functions that statements can call, in the order of their names
/// @param refusedFunctions functions of Trino that are known and refused
/// @param constructs constructs of Trino's queries, supported or refused
/// @param keywords the keywords of the supported constructs, in capitals
public record SqlResponse(
    List<SqlFunction> functions,
    List<RefusedFunction> refusedFunctions,
    List<SqlConstruct> constructs,
    List<String> keywords) {
  public SqlResponse {
    functions = List.copyOf(functions);
    refusedFunctions = List.copyOf(refusedFunctions);
    constructs = List.copyOf(constructs);
    keywords = List.copyOf(keywords);
  }

  /// A function with all its signatures.
  ///
  /// @param name its name, in lower case
  /// @param kind `aggregate` takes the rows of a group, `window` needs OVER, `scalar` takes one row
  /// @param signatures how it can be called
  public record SqlFunction(
      String name,
      @Pattern(regexp = "scalar|aggregate|window") String kind,
      List<Signature> signatures) {
    public SqlFunction {
      signatures = List.copyOf(signatures);
    }

    private static SqlFunction of(String name, List<Signature> signatures) {
      var kind = FunctionTable.get().named(name).getFirst().kind();
      return new SqlFunction(name, kind.name().toLowerCase(Locale.ROOT), signatures);
    }
  }

  /// One way to call a function.
  ///
  /// @param text the signature in Trino's words, such as `length(varchar): bigint`
  /// @param chapter what it is about, such as `text`
  /// @param help what it gives
  public record Signature(String text, String chapter, String help) {}

  /// A function of Trino that is known and refused.
  ///
  /// @param name its name
  /// @param reason why it is refused
  public record RefusedFunction(String name, String reason) {}

  /// A construct of Trino's queries.
  ///
  /// @param name its name, such as `GROUP BY`
  /// @param isSupported whether statements can have it
  public record SqlConstruct(String name, boolean isSupported) {}

  static SqlResponse ofThisRelease() {
    var table = FunctionTable.get();
    return new SqlResponse(
        functions(table),
        table.refusals().entrySet().stream()
            .map(refusal -> new RefusedFunction(refusal.getKey(), refusal.getValue()))
            .toList(),
        Language.constructs().stream()
            .map(construct -> new SqlConstruct(construct.name(), construct.isSupported()))
            .toList(),
        Language.keywords());
  }

  private static List<SqlFunction> functions(FunctionTable table) {
    var signatures = new TreeMap<String, List<Signature>>();
    table
        .chapters()
        .forEach(
            (chapter, functions) ->
                functions.forEach(
                    function ->
                        signatures
                            .computeIfAbsent(function.name(), _ -> new ArrayList<>())
                            .add(new Signature(function.display(), chapter, function.help()))));
    return signatures.entrySet().stream()
        .map(function -> SqlFunction.of(function.getKey(), function.getValue()))
        .toList();
  }
}

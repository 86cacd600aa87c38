package io.tarn.catalog.library;

import io.tarn.sql.parameter.Parameter;
import java.util.List;

/// What a query's file says about the statement. Texts are Markdown, without blanks at their ends.
///
/// @param category the folder of the library
/// @param events kinds of event that it is about: `source/name`, `source/*` or `*/*`
/// @param attack techniques of MITRE ATT&CK: `T1078.004`
/// @param columns all columns of the result in their order
/// @param finding what to do when it shows something
/// @param falseAlarms what looks like a finding and is none
public record QueryHead(
    String title,
    String description,
    String category,
    List<String> tags,
    List<String> events,
    List<String> attack,
    List<Parameter> parameters,
    List<Column> columns,
    String finding,
    String falseAlarms) {
  public QueryHead {
    tags = List.copyOf(tags);
    events = List.copyOf(events);
    attack = List.copyOf(attack);
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  /// A column of the result.
  public record Column(String name, String description) {}
}

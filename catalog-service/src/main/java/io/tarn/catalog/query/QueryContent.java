package io.tarn.catalog.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query says: the part of it that has versions.
///
/// @param title a line that says what it answers
/// @param description what it answers and how, in Markdown
/// @param category one word for its topic, such as `containers`
/// @param tags words that it is found by
/// @param events kinds of event that it reads, as `ecs.amazonaws.com/ExecuteCommand`
/// @param attack ids of MITRE ATT&CK techniques
/// @param parameters what `{{name}}` in the statement stands for
/// @param columns what the columns of the result mean, in their order
/// @param finding what to do when it shows something, in Markdown
/// @param falseAlarms what looks like a finding and is none, in Markdown
/// @param statement a SELECT of CloudTrail Lake's SQL, with parameters
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueryContent(
    String title,
    @Nullable String description,
    String category,
    List<String> tags,
    List<String> events,
    List<String> attack,
    List<ParameterDeclaration> parameters,
    List<ColumnNote> columns,
    @Nullable String finding,
    @Nullable String falseAlarms,
    String statement) {
  public QueryContent {
    tags = List.copyOf(tags);
    events = List.copyOf(events);
    attack = List.copyOf(attack);
    parameters = List.copyOf(parameters);
    columns = List.copyOf(columns);
  }

  /// A column of the result.
  ///
  /// @param name its name in the result
  /// @param description what its values mean
  public record ColumnNote(String name, @Nullable String description) {}
}

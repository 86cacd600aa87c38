package io.tarn.catalog.api;

import io.tarn.catalog.query.QueryContent;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query to be kept.
///
/// @param title a line that says what it answers
/// @param description what it answers and how, in Markdown
/// @param category one word for its topic, such as `containers`; `other` if absent
/// @param tags words that it is found by
/// @param events kinds of event that it reads, as `ecs.amazonaws.com/ExecuteCommand`
/// @param attack ids of MITRE ATT&CK techniques
/// @param parameters what `{{name}}` in the statement stands for
/// @param columns what the columns of the result mean, in their order
/// @param finding what to do when it shows something, in Markdown
/// @param falseAlarms what looks like a finding and is none, in Markdown
/// @param statement a SELECT of CloudTrail Lake's SQL, with parameters
/// @param message what the author says about the change
public record SaveQueryRequest(
    @NotBlank String title,
    @Nullable String description,
    @Nullable String category,
    @Nullable List<@NotNull String> tags,
    @Nullable List<@NotNull String> events,
    @Nullable List<@NotNull String> attack,
    @Nullable List<@NotNull ParameterDeclaration> parameters,
    @Nullable List<QueryContent.@NotNull ColumnNote> columns,
    @Nullable String finding,
    @Nullable String falseAlarms,
    @NotBlank String statement,
    @Nullable @Size(max = 500) String message) {
  private static final String OTHER = "other";

  QueryContent content() {
    return new QueryContent(
        title.strip(),
        stripped(description),
        category == null || category.isBlank() ? OTHER : category,
        orNone(tags),
        orNone(events),
        orNone(attack),
        orNone(parameters),
        orNone(columns),
        stripped(finding),
        stripped(falseAlarms),
        statement.strip());
  }

  private static @Nullable String stripped(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static <T> List<T> orNone(@Nullable List<T> items) {
    return items == null ? List.of() : items;
  }
}

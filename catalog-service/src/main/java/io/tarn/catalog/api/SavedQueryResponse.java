package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.catalog.query.QueryContent;
import io.tarn.catalog.query.QueryPlace;
import io.tarn.catalog.query.SavedQuery;
import io.tarn.service.gate.Actor;
import io.tarn.sql.parameter.ParameterDeclaration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A kept query in one of its versions.
///
/// @param id the id of the query
/// @param place whose it is
/// @param libraryName the name of its file in the product's library; absent for others
/// @param title a line that says what it answers
/// @param description what it answers and how, in Markdown
/// @param category one word for its topic
/// @param tags words that it is found by
/// @param events kinds of event that it reads
/// @param attack ids of MITRE ATT&CK techniques
/// @param parameters what `{{name}}` in the statement stands for
/// @param columns what the columns of the result mean, in their order
/// @param finding what to do when it shows something, in Markdown
/// @param falseAlarms what looks like a finding and is none, in Markdown
/// @param statement a SELECT of CloudTrail Lake's SQL, with parameters
/// @param owner who keeps it; absent for the product's
/// @param shared whether all of the tenant see it
/// @param version the number of this version
/// @param newestVersion the number of the newest version that the caller sees
/// @param author who saved this version
/// @param message what the author says about the change
/// @param savedAt when this version was saved
/// @param origin what the query was copied from; absent if from nothing
/// @param favourite whether the caller marked it
/// @param lastRunAt when the caller last ran it; absent if never
/// @param canEdit whether the caller may change it
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedQueryResponse(
    UUID id,
    QueryPlace place,
    @Nullable String libraryName,
    String title,
    @Nullable String description,
    String category,
    List<String> tags,
    List<String> events,
    List<String> attack,
    List<ParameterDeclaration> parameters,
    List<QueryContent.ColumnNote> columns,
    @Nullable String finding,
    @Nullable String falseAlarms,
    String statement,
    @Nullable Actor owner,
    boolean shared,
    int version,
    int newestVersion,
    Actor author,
    @Nullable String message,
    Instant savedAt,
    @Nullable Origin origin,
    boolean favourite,
    @Nullable Instant lastRunAt,
    boolean canEdit) {

  /// What a query was copied from.
  ///
  /// @param id the id of the original
  /// @param title its title; absent where the caller does not see it any more
  /// @param version the version that was copied
  /// @param hasMovedOn whether the original has a newer version
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Origin(UUID id, @Nullable String title, int version, boolean hasMovedOn) {
    static Origin of(SavedQuery.Origin origin) {
      var newest = origin.newest();
      return new Origin(
          origin.query(),
          origin.title(),
          origin.version(),
          newest != null && newest > origin.version());
    }
  }

  static SavedQueryResponse of(SavedQuery query) {
    var version = query.version();
    var content = version.content();
    var origin = query.origin();
    return new SavedQueryResponse(
        query.id(),
        query.place(),
        query.libraryName(),
        content.title(),
        content.description(),
        content.category(),
        content.tags(),
        content.events(),
        content.attack(),
        content.parameters(),
        content.columns(),
        content.finding(),
        content.falseAlarms(),
        content.statement(),
        query.owner(),
        query.isShared(),
        version.number(),
        query.newest(),
        version.author(),
        version.message(),
        version.createdAt(),
        origin == null ? null : Origin.of(origin),
        query.isFavourite(),
        query.lastRunAt(),
        query.canEdit());
  }
}

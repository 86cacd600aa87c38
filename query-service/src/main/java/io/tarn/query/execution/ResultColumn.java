package io.tarn.query.execution;

import io.tarn.sql.Translation;
import java.util.List;

/// A column of a result.
///
/// @param name its key as Lake spells it
/// @param type its type as Trino prints it, such as `varchar` or `timestamp(3)`
public record ResultColumn(String name, String type) {
  public static List<ResultColumn> of(Translation translation) {
    return translation.columns().stream()
        .map(column -> new ResultColumn(column.name(), column.type().display()))
        .toList();
  }
}

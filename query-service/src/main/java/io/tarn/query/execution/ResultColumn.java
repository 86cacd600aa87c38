package io.tarn.query.execution;

import io.tarn.sql.Translation;
import java.util.List;

/// A column of a result: its key as Lake spells it, and its type as Trino prints it.
public record ResultColumn(String name, String type) {
  public static List<ResultColumn> of(Translation translation) {
    return translation.columns().stream()
        .map(column -> new ResultColumn(column.name(), column.type().display()))
        .toList();
  }
}

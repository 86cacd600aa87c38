package io.tarn.scheduler.export.format;

import io.tarn.sql.type.Type;
import io.tarn.sql.type.TypeText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A column of a result.
///
/// @param name its key as Lake spells it; several columns may have the same
/// @param type its type as Trino prints it, such as `varchar` or `timestamp(3)`
public record ExportColumn(String name, String type) {

  /// The type of its values; a type that nobody knows here is text.
  Type valueType() {
    return TypeText.read(type).orElse(Type.VARCHAR);
  }

  /// Names of the columns for forms in which each name stands once, whatever its case: of equal
  /// ones the second is `name_2`.
  static List<String> distinctNames(List<ExportColumn> columns) {
    return distinct(columns.stream().map(ExportColumn::name).toList());
  }

  /// The same for any names.
  static List<String> distinct(List<String> names) {
    var taken = new HashSet<String>();
    names.forEach(name -> taken.add(name.toLowerCase(Locale.ROOT)));
    var seen = new HashSet<String>();
    var distinct = new ArrayList<String>();
    for (var name : names) {
      var own = name;
      for (int next = 2; !seen.add(own.toLowerCase(Locale.ROOT)); next++) {
        own = free(name, next, taken);
      }
      distinct.add(own);
    }
    return List.copyOf(distinct);
  }

  private static String free(String name, int first, Set<String> taken) {
    var next = first;
    while (!taken.add((name + "_" + next).toLowerCase(Locale.ROOT))) {
      next++;
    }
    return name + "_" + next;
  }
}

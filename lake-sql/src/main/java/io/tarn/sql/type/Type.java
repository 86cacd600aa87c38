package io.tarn.sql.type;

import static java.util.stream.Collectors.joining;

import io.tarn.common.schema.LakeType;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// The type of an expression. The length of a `varchar` is no part of it.
public sealed interface Type {
  Simple BOOLEAN = Simple.BOOLEAN;
  Simple TINYINT = Simple.TINYINT;
  Simple SMALLINT = Simple.SMALLINT;
  Simple INTEGER = Simple.INTEGER;
  Simple BIGINT = Simple.BIGINT;
  Simple REAL = Simple.REAL;
  Simple DOUBLE = Simple.DOUBLE;
  Simple VARCHAR = Simple.VARCHAR;
  Simple VARBINARY = Simple.VARBINARY;
  Simple DATE = Simple.DATE;
  Simple INTERVAL_DAY = Simple.INTERVAL_DAY;
  Simple INTERVAL_YEAR = Simple.INTERVAL_YEAR;
  Simple JSON = Simple.JSON;
  Simple IPADDRESS = Simple.IPADDRESS;
  Simple UUID = Simple.UUID;
  Simple UNKNOWN = Simple.UNKNOWN;
  Type TIMESTAMP = new Timestamp(3);
  Type ZONED_TIMESTAMP = new ZonedTimestamp(3);

  /// The type as Trino prints it, for example `map(varchar, bigint)`.
  String display();

  /// A type without parameters.
  enum Simple implements Type {
    BOOLEAN("boolean"),
    TINYINT("tinyint"),
    SMALLINT("smallint"),
    INTEGER("integer"),
    BIGINT("bigint"),
    REAL("real"),
    DOUBLE("double"),
    VARCHAR("varchar"),
    VARBINARY("varbinary"),
    DATE("date"),
    INTERVAL_DAY("interval day to second"),
    INTERVAL_YEAR("interval year to month"),
    JSON("json"),
    IPADDRESS("ipaddress"),
    UUID("uuid"),
    /// The type of `NULL` before anything gives it one.
    UNKNOWN("unknown");

    private final String display;

    Simple(String display) {
      this.display = display;
    }

    @Override
    public String display() {
      return display;
    }
  }

  /// An exact number of so many digits, `scale` of them behind the point.
  record Decimal(int precision, int scale) implements Type {
    public static final int MAX_PRECISION = 38;

    @Override
    public String display() {
      return "decimal(" + precision + "," + scale + ")";
    }
  }

  /// @param precision digits of a second, here and below
  record Time(int precision) implements Type {
    @Override
    public String display() {
      return "time(" + precision + ")";
    }
  }

  /// A point in time without a zone; event times are in UTC.
  record Timestamp(int precision) implements Type {
    @Override
    public String display() {
      return "timestamp(" + precision + ")";
    }
  }

  record ZonedTimestamp(int precision) implements Type {
    @Override
    public String display() {
      return "timestamp(" + precision + ") with time zone";
    }
  }

  record Array(Type element) implements Type {
    @Override
    public String display() {
      return "array(" + element.display() + ")";
    }
  }

  record MapOf(Type key, Type value) implements Type {
    @Override
    public String display() {
      return "map(" + key.display() + ", " + value.display() + ")";
    }
  }

  /// A struct. Names of fields are found whatever their case.
  record Row(List<Field> fields) implements Type {
    public Row {
      fields = List.copyOf(fields);
    }

    /// The index of the field of this name, from 0.
    public OptionalInt indexOf(String name) {
      for (int index = 0; index < fields.size(); index++) {
        if (name.equalsIgnoreCase(fields.get(index).name())) {
          return OptionalInt.of(index);
        }
      }
      return OptionalInt.empty();
    }

    @Override
    public String display() {
      return fields.stream().map(Field::display).collect(joining(", ", "row(", ")"));
    }
  }

  /// What a lambda is: the types of its parameters and of its result.
  record Lambda(List<Type> parameters, Type result) implements Type {
    public Lambda {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String display() {
      return parameters.stream().map(Type::display).collect(joining(",", "function(", ","))
          + result.display()
          + ")";
    }
  }

  /// One field of a row.
  ///
  /// @param name null where it has none
  record Field(@Nullable String name, Type type) {
    /// The name that a value of the row shows.
    public String shownName(int index) {
      return name == null ? "field" + index : name;
    }

    private String display() {
      return name == null ? type.display() : quoted(name) + " " + type.display();
    }

    private static String quoted(String name) {
      return name.equals(name.toLowerCase(Locale.ROOT)) ? name : "\"" + name + "\"";
    }
  }

  /// The type of a stored column.
  static Type of(LakeType stored) {
    return switch (stored) {
      case LakeType.Varchar() -> VARCHAR;
      case LakeType.BooleanType() -> BOOLEAN;
      case LakeType.IntegerType() -> INTEGER;
      case LakeType.Bigint() -> BIGINT;
      case LakeType.DoubleType() -> DOUBLE;
      case LakeType.Timestamp(var precision) -> new Timestamp(precision);
      case LakeType.MapType(var key, var value) -> new MapOf(of(key), of(value));
      case LakeType.ArrayType(var element) -> new Array(of(element));
      case LakeType.RowType(var fields) ->
          new Row(fields.stream().map(f -> new Field(f.name(), of(f.type()))).toList());
    };
  }
}

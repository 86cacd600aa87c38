package io.tarn.common.schema;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The type of a stored column, with Trino's meaning.
public sealed interface LakeType {
  LakeType VARCHAR = new Varchar();
  LakeType BOOLEAN = new BooleanType();
  LakeType INTEGER = new IntegerType();
  LakeType BIGINT = new Bigint();
  LakeType DOUBLE = new DoubleType();
  LakeType TIMESTAMP = new Timestamp(3);
  LakeType TEXT_MAP = new MapType(VARCHAR, VARCHAR);

  /// The type as Trino prints it, for example `map(varchar, varchar)`.
  String display();

  record Varchar() implements LakeType {
    @Override
    public String display() {
      return "varchar";
    }
  }

  record BooleanType() implements LakeType {
    @Override
    public String display() {
      return "boolean";
    }
  }

  record IntegerType() implements LakeType {
    @Override
    public String display() {
      return "integer";
    }
  }

  record Bigint() implements LakeType {
    @Override
    public String display() {
      return "bigint";
    }
  }

  record DoubleType() implements LakeType {
    @Override
    public String display() {
      return "double";
    }
  }

  /// A point in time in UTC without a zone; stored columns have a precision of 3 (milliseconds).
  record Timestamp(int precision) implements LakeType {
    @Override
    public String display() {
      return "timestamp(" + precision + ")";
    }
  }

  record MapType(LakeType key, LakeType value) implements LakeType {
    @Override
    public String display() {
      return "map(" + key.display() + ", " + value.display() + ")";
    }
  }

  record ArrayType(LakeType element) implements LakeType {
    @Override
    public String display() {
      return "array(" + element.display() + ")";
    }
  }

  /// Lake's struct: its field names are in lower case and are found whatever their case.
  record RowType(List<Field> fields) implements LakeType {
    public RowType {
      fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
      var wanted = name.toLowerCase(Locale.ROOT);
      return fields.stream().filter(field -> field.name().equals(wanted)).findFirst();
    }

    @Override
    public String display() {
      return fields.stream()
          .map(field -> field.name() + " " + field.type().display())
          .collect(joining(", ", "row(", ")"));
    }
  }

  /// One field of a struct, named in lower case.
  record Field(String name, LakeType type) {}
}

package io.tarn.sql.function;

import static java.util.stream.Collectors.joining;

import io.tarn.sql.type.Type;
import java.util.List;

/// A parameter or result type of a signature, which may have variables: `map(K, V)`.
public sealed interface TypePattern {
  /// The pattern as the table of functions writes it.
  String display();

  /// Whether it stands for several types.
  default boolean isGeneric() {
    return !(this instanceof Exactly);
  }

  /// One type and no other.
  record Exactly(Type type) implements TypePattern {
    @Override
    public String display() {
      return type.display();
    }
  }

  /// Any type that meets the requirement; the same name stands for the same type.
  record Variable(String name, Requirement requirement) implements TypePattern {
    @Override
    public String display() {
      return name;
    }
  }

  record ArrayOf(TypePattern element) implements TypePattern {
    @Override
    public String display() {
      return "array(" + element.display() + ")";
    }
  }

  record MapOf(TypePattern key, TypePattern value) implements TypePattern {
    @Override
    public String display() {
      return "map(" + key.display() + ", " + value.display() + ")";
    }
  }

  /// A row without names of its fields.
  record RowOf(List<TypePattern> fields) implements TypePattern {
    public RowOf {
      fields = List.copyOf(fields);
    }

    @Override
    public String display() {
      return fields.stream().map(TypePattern::display).collect(joining(", ", "row(", ")"));
    }
  }

  /// A lambda.
  record FunctionOf(List<TypePattern> parameters, TypePattern result) implements TypePattern {
    public FunctionOf {
      parameters = List.copyOf(parameters);
    }

    @Override
    public String display() {
      return parameters.stream().map(TypePattern::display).collect(joining(", ", "function(", ", "))
          + result.display()
          + ")";
    }
  }

  /// A type of a family whose members differ in their numbers.
  ///
  /// @param numbers names of variables in a parameter; in a result also calculations of them
  record Precise(Family family, List<String> numbers) implements TypePattern {
    public Precise {
      numbers = List.copyOf(numbers);
    }

    @Override
    public String display() {
      return family.display.formatted(numbers.stream().map(Precise::written).collect(joining(",")));
    }

    /// A calculation as people write it.
    private static String written(String number) {
      return number.replaceAll(" ?\\( ?", "(").replace(" )", ")").replace(" ,", ",");
    }
  }

  /// Types with numbers.
  enum Family {
    DECIMAL("decimal(%s)"),
    TIME("time(%s)"),
    TIMESTAMP("timestamp(%s)"),
    ZONED_TIMESTAMP("timestamp(%s) with time zone");

    private final String display;

    Family(String display) {
      this.display = display;
    }

    boolean contains(Type type) {
      return switch (this) {
        case DECIMAL -> type instanceof Type.Decimal;
        case TIME -> type instanceof Type.Time;
        case TIMESTAMP -> type instanceof Type.Timestamp;
        case ZONED_TIMESTAMP -> type instanceof Type.ZonedTimestamp;
      };
    }

    /// The type with these numbers.
    Type of(List<Integer> numbers) {
      return switch (this) {
        case DECIMAL -> new Type.Decimal(numbers.get(0), numbers.get(1));
        case TIME -> new Type.Time(numbers.getFirst());
        case TIMESTAMP -> new Type.Timestamp(numbers.getFirst());
        case ZONED_TIMESTAMP -> new Type.ZonedTimestamp(numbers.getFirst());
      };
    }

    /// The numbers of a type of the family.
    static List<Integer> numbersOf(Type type) {
      return switch (type) {
        case Type.Decimal(var precision, var scale) -> List.of(precision, scale);
        case Type.Time(var precision) -> List.of(precision);
        case Type.Timestamp(var precision) -> List.of(precision);
        case Type.ZonedTimestamp(var precision) -> List.of(precision);
        default -> List.of();
      };
    }
  }

  /// What a type must allow to stand for a variable.
  enum Requirement {
    NONE,
    COMPARABLE,
    ORDERABLE
  }
}

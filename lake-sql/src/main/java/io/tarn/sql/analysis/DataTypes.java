package io.tarn.sql.analysis;

import io.tarn.sql.type.Type;
import io.trino.sql.tree.DataType;
import io.trino.sql.tree.DataTypeParameter;
import io.trino.sql.tree.DateTimeDataType;
import io.trino.sql.tree.GenericDataType;
import io.trino.sql.tree.Identifier;
import io.trino.sql.tree.IntervalDataType;
import io.trino.sql.tree.NumericParameter;
import io.trino.sql.tree.RowDataType;
import io.trino.sql.tree.SimpleIntervalQualifier;
import io.trino.sql.tree.TypeParameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/// The types that casts name.
final class DataTypes {
  private static final int LONGEST_VARCHAR = Integer.MAX_VALUE - 1;

  private final AnalysisContext context;

  DataTypes(AnalysisContext context) {
    this.context = context;
  }

  /// @param length of a `varchar(n)`, which cuts what is longer
  record Named(Type type, OptionalInt length) {}

  Named named(DataType node) {
    if (node instanceof GenericDataType generic
        && name(generic).equals("varchar")
        && !generic.getArguments().isEmpty()) {
      return new Named(
          Type.VARCHAR, OptionalInt.of(number(generic.getArguments().getFirst(), LONGEST_VARCHAR)));
    }
    return new Named(of(node), OptionalInt.empty());
  }

  private Type of(DataType node) {
    return switch (node) {
      case GenericDataType generic -> generic(generic);
      case DateTimeDataType time -> time(time);
      case RowDataType row ->
          new Type.Row(
              row.getFields().stream()
                  .map(
                      f ->
                          new Type.Field(
                              f.getName().map(this::fieldName).orElse(null), of(f.getType())))
                  .toList());
      case IntervalDataType interval -> interval(interval);
      default -> throw context.unsupported(node, "type " + node);
    };
  }

  /// A name in quotes keeps its case.
  private String fieldName(Identifier name) {
    var written = context.nameOf(name);
    return name.isDelimited() ? written : written.toLowerCase(Locale.ROOT);
  }

  private Type generic(GenericDataType node) {
    var arguments = node.getArguments();
    return switch (name(node)) {
      case "boolean" -> Type.BOOLEAN;
      case "tinyint" -> Type.TINYINT;
      case "smallint" -> Type.SMALLINT;
      case "integer", "int" -> Type.INTEGER;
      case "bigint" -> Type.BIGINT;
      case "real" -> Type.REAL;
      case "double" -> Type.DOUBLE;
      case "decimal", "dec" -> decimal(arguments);
      case "varchar" -> Type.VARCHAR;
      case "varbinary" -> Type.VARBINARY;
      case "date" -> Type.DATE;
      case "json" -> Type.JSON;
      case "ipaddress" -> Type.IPADDRESS;
      case "uuid" -> Type.UUID;
      case "array" -> new Type.Array(type(node, 0));
      case "map" -> new Type.MapOf(type(node, 0), type(node, 1));
      default -> throw context.unsupported(node, "type " + name(node));
    };
  }

  private static String name(GenericDataType node) {
    return node.getName().getValue().toLowerCase(Locale.ROOT);
  }

  private Type decimal(List<DataTypeParameter> arguments) {
    var precision =
        arguments.isEmpty()
            ? Type.Decimal.MAX_PRECISION
            : number(arguments.getFirst(), Type.Decimal.MAX_PRECISION);
    var scale = arguments.size() < 2 ? 0 : number(arguments.get(1), precision);
    return new Type.Decimal(precision, scale);
  }

  private Type type(GenericDataType node, int index) {
    if (index < node.getArguments().size()
        && node.getArguments().get(index) instanceof TypeParameter parameter) {
      return of(parameter.getValue());
    }
    throw context.wrongType(node, "type " + name(node), "type " + name(node) + " lacks a type");
  }

  private Type time(DateTimeDataType node) {
    var precision = precision(node.getPrecision());
    return switch (node.getType()) {
      case TIMESTAMP ->
          node.isWithTimeZone()
              ? new Type.ZonedTimestamp(precision)
              : new Type.Timestamp(precision);
      case TIME -> {
        if (node.isWithTimeZone()) {
          throw context.unsupported(node, "type time with time zone");
        }
        yield new Type.Time(precision);
      }
    };
  }

  private int precision(Optional<DataTypeParameter> parameter) {
    return parameter.map(digits -> number(digits, Timestamps.MAX_PRECISION)).orElse(3);
  }

  private Type interval(IntervalDataType node) {
    var isOfYears =
        node.qualifier() instanceof SimpleIntervalQualifier simple
            ? List.of("YEAR", "MONTH").contains(simple.getField().name().toUpperCase(Locale.ROOT))
            : node.toString().toLowerCase(Locale.ROOT).contains("year");
    return isOfYears ? Type.INTERVAL_YEAR : Type.INTERVAL_DAY;
  }

  private int number(DataTypeParameter parameter, int most) {
    if (parameter instanceof NumericParameter number && number.getParsedValue() <= most) {
      return (int) number.getParsedValue();
    }
    throw context.unsupported(parameter, "type parameter beyond " + most);
  }
}

package io.tarn.sql.render.postgres;

import io.tarn.sql.render.Sql;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.type.Type;
import java.util.List;

/// What templates ask of the types of arguments: `{kind:0}`, `{type:0}`, `{digits:0}`, `{scale:0}`.
record Facts(List<Expression> arguments) {
  Facts {
    arguments = List.copyOf(arguments);
  }

  String of(String question) {
    var colon = question.indexOf(':');
    var type = arguments.get(Integer.parseInt(question.substring(colon + 1))).type();
    return switch (question.substring(0, colon)) {
      case "kind" -> Sql.constant(PostgresTypes.kind(inner(type)));
      case "type" -> Sql.constant(PostgresTypes.description(element(type)));
      case "digits" -> Integer.toString(Math.max(3, digits(type)));
      case "scale" -> Integer.toString(((Type.Decimal) type).scale());
      default -> throw new IllegalArgumentException(question);
    };
  }

  private static Type inner(Type type) {
    return switch (type) {
      case Type.Array(var element) -> element;
      case Type.MapOf(var key, _) -> key;
      default -> type;
    };
  }

  private static Type element(Type type) {
    return type instanceof Type.Array(var element) ? element : type;
  }

  private static int digits(Type type) {
    return switch (type) {
      case Type.Timestamp(var precision) -> precision;
      case Type.ZonedTimestamp(var precision) -> precision;
      case Type.Time(var precision) -> precision;
      default -> 0;
    };
  }
}

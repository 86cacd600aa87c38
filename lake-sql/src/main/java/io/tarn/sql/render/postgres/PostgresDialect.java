package io.tarn.sql.render.postgres;

import io.tarn.sql.EventDataStore;
import io.tarn.sql.NamedTable;
import io.tarn.sql.SystemTable;
import io.tarn.sql.function.Function;
import io.tarn.sql.function.TypePattern;
import io.tarn.sql.render.Dialect;
import io.tarn.sql.render.ExpressionRenderer;
import io.tarn.sql.render.Sql;
import io.tarn.sql.render.Value;
import io.tarn.sql.tree.AggregateCall;
import io.tarn.sql.tree.Expression;
import io.tarn.sql.tree.Expression.Call;
import io.tarn.sql.tree.Expression.Field;
import io.tarn.sql.tree.Expression.Literal;
import io.tarn.sql.tree.SortKey;
import io.tarn.sql.tree.ZonedTime;
import io.tarn.sql.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// PostgreSQL. One object a translation, for one thread.
public final class PostgresDialect implements Dialect {
  private final String tenantSchema;
  private final StoredValues stored = new StoredValues(this);
  private int aliases;

  /// @param tenantSchema the schema of the tenant's event tables
  public PostgresDialect(String tenantSchema) {
    this.tenantSchema = tenantSchema;
  }

  /// The table of an event data store within its tenant's schema.
  public static String tableOf(EventDataStore store) {
    return "eds_" + store.id().toString().replace("-", "");
  }

  /// A name for a derived table inside of an expression.
  String alias(String prefix) {
    return "x" + prefix + aliases++;
  }

  @Override
  public Sql literal(Literal literal) {
    var type = PostgresTypes.of(literal.type());
    return switch (literal.value()) {
      case null -> Sql.of("NULL::" + type);
      case ZonedTime(var instant, var zone) ->
          Sql.join(
              "ROW(",
              Sql.parameter(instant, "timestamp"),
              ", ",
              Sql.parameter(zone, "text"),
              ")::lake.zoned");
      case Object value -> Sql.parameter(value, type);
    };
  }

  @Override
  public Sql cast(Sql value, Type from, Type to, boolean isSafe) {
    return new CastRendering(this, isSafe).cast(value, from, to);
  }

  @Override
  public Sql call(Call call, ExpressionRenderer renderer) {
    var function = call.function();
    if (function.template().startsWith("@")) {
      return new SpecialCalls(this, call, renderer).render(function.template().substring(1));
    }
    var arguments =
        IntStream.range(0, call.arguments().size())
            .mapToObj(i -> argument(function, i, call.arguments().get(i), renderer))
            .toList();
    var written =
        Templates.fill(function.template(), filling(arguments, call.arguments(), renderer), false);
    return isVariable(function.result()) ? Encoding.decoded(written, call.type()) : written;
  }

  private static Sql argument(
      Function function, int index, Expression argument, ExpressionRenderer renderer) {
    var value = renderer.render(argument);
    return isVariable(function.parameter(index)) ? Encoding.encoded(value, argument.type()) : value;
  }

  private static boolean isVariable(TypePattern pattern) {
    return pattern instanceof TypePattern.Variable;
  }

  private static Templates.Filling filling(
      List<Sql> values, List<Expression> arguments, ExpressionRenderer renderer) {
    return new Templates.Filling(
        values,
        i -> Encoding.encoded(renderer.render(arguments.get(i)), arguments.get(i).type()),
        new Facts(arguments)::of,
        false,
        Sql.of(""),
        Sql.of(""));
  }

  @Override
  public Sql aggregate(AggregateCall call, ExpressionRenderer renderer, Sql suffix) {
    var arguments = call.arguments();
    var plain = filling(renderer.each(arguments), arguments, renderer);
    var filling =
        new Templates.Filling(
            plain.arguments(),
            plain.encoded(),
            plain.facts(),
            call.isDistinct(),
            order(call.order(), renderer),
            suffix);
    var template = call.function().template();
    var written = Templates.fill(template, filling, true);
    return isVariable(call.function().result()) && template.contains(":json}")
        ? Encoding.decoded(written, call.type())
        : written;
  }

  private Sql order(List<SortKey> keys, ExpressionRenderer renderer) {
    if (keys.isEmpty()) {
      return Sql.of("");
    }
    var parts =
        keys.stream()
            .map(
                key ->
                    Sql.join(
                        sortable(renderer.render(key.expression()), key.expression().type()),
                        key.isDescending() ? " DESC" : " ASC",
                        key.isNullsFirst() ? " NULLS FIRST" : " NULLS LAST"))
            .toList();
    return Sql.join(" ORDER BY ", Sql.list(", ", parts));
  }

  /// A field of an element of a stored array is read from the object that is stored.
  @Override
  public Sql field(Field field, ExpressionRenderer renderer) {
    if (field.base() instanceof Call call && call.isOf("element_at")) {
      var array = renderer.stored(call.arguments().getFirst()).flatMap(stored::column);
      if (array.isPresent()
          && call.arguments().getFirst().type() instanceof Type.Array(Type.Row row)) {
        var object = SpecialCalls.element(array.get(), call, renderer);
        var name = Sql.of(Sql.constant(row.fields().get(field.index()).shownName(field.index())));
        return object
            .map(element -> Encoding.part(element, name, field.type()))
            .orElseGet(() -> positional(field, renderer));
      }
    }
    return positional(field, renderer);
  }

  private static Sql positional(Field field, ExpressionRenderer renderer) {
    return Encoding.part(
        renderer.render(field.base()), Sql.of(Integer.toString(field.index())), field.type());
  }

  /// Trino sorts addresses by their 16 bytes.
  @Override
  public Sql sortable(Sql value, Type type) {
    return type == Type.IPADDRESS ? Sql.call("lake.address_order", value) : value;
  }

  @Override
  public Sql table(NamedTable table) {
    var name =
        switch (table) {
          case EventDataStore store -> tableOf(store);
          case SystemTable system -> system.name();
        };
    return Sql.of(Sql.quote(tenantSchema) + "." + Sql.quote(name));
  }

  @Override
  public Sql stored(Value.Stored value) {
    return stored.value(value);
  }

  @Override
  public Sql isNull(Value.Stored value) {
    return stored.isNull(value);
  }

  @Override
  public boolean isNeverNull(Value.Stored value) {
    return stored.isNeverNull(value);
  }

  @Override
  public Optional<Sql> keyOrder(Value.Stored value) {
    return stored.keyOrder(value);
  }

  @Override
  public Unnesting unnest(Sql value, Type type) {
    return type instanceof Type.MapOf
        ? new Unnesting(Sql.call("jsonb_each", value), List.of("k", "v"))
        : new Unnesting(Sql.call("jsonb_array_elements", value), List.of("v"));
  }

  @Override
  public List<Sql> unnested(String alias, List<String> columns, Type type) {
    var parts =
        columns.stream().map(name -> Sql.of(Sql.quote(alias) + "." + Sql.quote(name))).toList();
    return switch (type) {
      case Type.Array(Type.Row(var fields)) -> {
        var values = new ArrayList<Sql>();
        for (int i = 0; i < fields.size(); i++) {
          values.add(
              Encoding.part(parts.getFirst(), Sql.of(Integer.toString(i)), fields.get(i).type()));
        }
        yield values;
      }
      case Type.Array(var element) -> List.of(Encoding.decoded(parts.getFirst(), element));
      case Type.MapOf(var key, var value) ->
          List.of(
              Encoding.decoded(Sql.call("to_jsonb", parts.get(0)), key),
              Encoding.decoded(parts.get(1), value));
      default -> throw new IllegalArgumentException(type.display());
    };
  }

  @Override
  public Sql output(Sql value, Type type) {
    return switch (type) {
      case Type.ZonedTimestamp _, Type.Time _ -> cast(value, type, Type.VARCHAR, false);
      case Type.Simple simple ->
          switch (simple) {
            case DATE, INTERVAL_DAY, INTERVAL_YEAR, IPADDRESS, UUID ->
                cast(value, type, Type.VARCHAR, false);
            case VARBINARY -> Sql.join("encode(", value, ", 'hex')");
            default -> value;
          };
      default -> value;
    };
  }
}

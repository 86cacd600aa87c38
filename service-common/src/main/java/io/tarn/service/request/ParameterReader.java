package io.tarn.service.request;

import io.tarn.service.problem.ProblemException;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads parameters of queries and headers that are no text, so that one that cannot be read is
/// a fault of the request (400, naming it) and not an unknown address. A part of a path that
/// cannot be read names nothing that exists: that stays a 404.
@Provider
public class ParameterReader implements ParamConverterProvider {
  private static final Map<Class<?>, Form> FORMS =
      Map.of(
          int.class, new Form("is not a whole number", Integer::valueOf),
          Integer.class, new Form("is not a whole number", Integer::valueOf),
          long.class, new Form("is not a whole number", Long::valueOf),
          Long.class, new Form("is not a whole number", Long::valueOf),
          boolean.class, new Form("must be true or false", ParameterReader::trueOrFalse),
          Boolean.class, new Form("must be true or false", ParameterReader::trueOrFalse),
          UUID.class, new Form("is not an id", UUID::fromString));

  private record Form(String fault, Function<String, Object> read) {}

  @Override
  public <T> @Nullable ParamConverter<T> getConverter(
      Class<T> type, Type genericType, Annotation[] annotations) {
    var form = FORMS.get(type);
    var name = nameOf(annotations);
    return form == null || name.isEmpty() ? null : new Reader<>(name.get(), form);
  }

  private static Optional<String> nameOf(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .flatMap(
            annotation ->
                switch (annotation) {
                  case QueryParam query -> Stream.of(query.value());
                  case HeaderParam header -> Stream.of(header.value());
                  default -> Stream.empty();
                })
        .findFirst();
  }

  private static Object trueOrFalse(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static final class Reader<T> implements ParamConverter<T> {
    private final String name;
    private final Form form;

    Reader(String name, Form form) {
      this.name = name;
      this.form = form;
    }

    // The form is that of the type, primitive or not.
    @Override
    @SuppressWarnings("unchecked")
    public T fromString(String text) {
      try {
        return (T) form.read().apply(text);
      } catch (IllegalArgumentException unreadable) {
        throw ProblemException.invalid(name, form.fault());
      }
    }

    @Override
    public String toString(T value) {
      return String.valueOf(value);
    }
  }
}

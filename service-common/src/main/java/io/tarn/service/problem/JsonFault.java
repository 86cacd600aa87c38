package io.tarn.service.problem;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.tarn.service.problem.ProblemException.Violation;
import org.jspecify.annotations.Nullable;

/// Where a JSON body is at fault.
///
/// @param isReadable whether the body is JSON of the right shape, so that only the named field is
///     at fault
record JsonFault(Violation violation, boolean isReadable) {

  /// Null where the text is no JSON at all, so that no field can be named.
  static @Nullable JsonFault of(JsonProcessingException failure) {
    var path = failure instanceof JsonMappingException mapping ? pathOf(mapping) : "";
    var repeated = repeatedIn(failure);
    if (repeated != null) {
      var field = path.isEmpty() ? repeated : path + "." + repeated;
      return new JsonFault(new Violation(field, "stands there more than once"), true);
    }
    return switch (failure) {
      case RefusedValueException refused ->
          new JsonFault(new Violation(path, refused.reason()), true);
      case UnrecognizedPropertyException _ ->
          new JsonFault(new Violation(path, "is unknown here"), true);
      default ->
          path.isEmpty() ? null : new JsonFault(new Violation(path, "cannot be read"), false);
    };
  }

  /// The name of a repeated key. The parser tells it by its message and its position only.
  private static @Nullable String repeatedIn(JsonProcessingException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonParseException parsing
          && parsing.getOriginalMessage().startsWith("Duplicate")
          && parsing.getProcessor() != null) {
        return parsing.getProcessor().getParsingContext().getCurrentName();
      }
    }
    return null;
  }

  private static String pathOf(JsonMappingException failure) {
    var path = new StringBuilder();
    for (var step : failure.getPath()) {
      if (step.getFieldName() == null) {
        path.append('[').append(step.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return path.toString();
  }
}

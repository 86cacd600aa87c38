package io.tarn.service.problem;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.logging.Log;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Turns what every service may throw into problem documents. Services add mappers for their own
/// families of failures and leave the rest to this one.
public final class CommonProblems {
  private static final String NO_OWN_MESSAGE = "{jakarta.validation.constraints.Pattern.message}";
  private static final Map<Integer, String> NAMES =
      Map.of(
          400, "invalid-request",
          401, "unauthenticated",
          403, "forbidden",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          413, "too-large",
          415, "unsupported-media-type",
          429, "too-many-requests",
          503, "unavailable");

  @ServerExceptionMapper
  public Response refused(ProblemException failure) {
    Log.debugf("refused: %s", failure.getMessage());
    return Problems.response(failure.problem());
  }

  @ServerExceptionMapper
  public Response invalid(ConstraintViolationException failure) {
    if (failure.getConstraintViolations().stream().anyMatch(CommonProblems::isOfAnswer)) {
      return unexpected(failure);
    }
    var violations =
        failure.getConstraintViolations().stream()
            .map(fault -> new ProblemException.Violation(place(fault), reason(fault)))
            .sorted((a, b) -> a.field().compareTo(b.field()))
            .toList();
    return Problems.response(
        400, "invalid-request", "The request has faults.", Map.of("violations", violations));
  }

  /// Also without an exception of its own: quarkus-rest wraps it into a WebApplicationException.
  @ServerExceptionMapper
  public Response malformed(JsonProcessingException failure) {
    var refusal = causeOf(failure, ProblemException.class);
    if (refusal != null) {
      return refused(refusal);
    }
    if (failure instanceof InvalidDefinitionException) {
      return unexpected(failure);
    }
    var members = new LinkedHashMap<String, Object>();
    JsonLocation place = failure.getLocation();
    if (place != null && place.getLineNr() > 0) {
      members.put("line", place.getLineNr());
      members.put("column", place.getColumnNr());
    }
    var fault = JsonFault.of(failure);
    if (fault != null) {
      members.put("violations", List.of(fault.violation()));
    }
    return fault != null && fault.isReadable()
        ? Problems.response(400, "invalid-request", "The request has faults.", members)
        : Problems.response(400, "malformed-json", "The body cannot be read.", members);
  }

  /// The framework has a mapper of its own for this one, which answers without a body.
  @ServerExceptionMapper
  public Response mismatched(MismatchedInputException failure) {
    return malformed(failure);
  }

  @ServerExceptionMapper
  public Response refusedByHttp(WebApplicationException failure) {
    if (failure.getCause() instanceof JsonProcessingException json) {
      return malformed(json);
    }
    // A parameter that could not be read comes wrapped into a 404.
    var refusal = causeOf(failure, ProblemException.class);
    if (refusal != null) {
      return refused(refusal);
    }
    var status = failure.getResponse().getStatus();
    if (status == 404) {
      return Problems.notFound();
    }
    if (status >= 500 && status != 503) {
      return unexpected(failure);
    }
    var name = NAMES.getOrDefault(status, "refused");
    var answer = Problem.of(status, name, detailOf(status), Map.of());
    return Response.fromResponse(failure.getResponse())
        .type(Problem.MEDIA_TYPE)
        .entity(answer)
        .build();
  }

  @ServerExceptionMapper
  public Response unexpected(Throwable failure) {
    Log.errorf(failure, "request %s failed", RequestId.current());
    return Problems.response(500, "internal", "Something failed on our side.", Map.of());
  }

  private static @Nullable String detailOf(int status) {
    return switch (status) {
      case 405 -> "This address does not take that method.";
      case 415 -> "This address does not take a body of that type.";
      case 406 -> "This address has no answer of that type.";
      case 413 -> "The request is larger than this address takes.";
      default -> null;
    };
  }

  private static boolean isOfAnswer(ConstraintViolation<?> fault) {
    return nodes(fault.getPropertyPath()).stream()
        .anyMatch(node -> node.getKind() == ElementKind.RETURN_VALUE);
  }

  /// The place without the names of our method and its parameter: `statement`, `limits.rows`.
  private static String place(ConstraintViolation<?> fault) {
    var nodes = nodes(fault.getPropertyPath());
    var inside = new StringBuilder();
    for (var node : nodes) {
      if (node.getKind() == ElementKind.PROPERTY
          || node.getKind() == ElementKind.CONTAINER_ELEMENT) {
        inside.append(inside.isEmpty() ? "" : ".").append(node);
      }
    }
    return inside.isEmpty() ? String.valueOf(nodes.getLast()) : inside.toString();
  }

  /// A choice of words that has no message of its own is refused with these words.
  private static String reason(ConstraintViolation<?> fault) {
    return fault.getConstraintDescriptor().getAnnotation() instanceof Pattern pattern
            && fault.getMessageTemplate().equals(NO_OWN_MESSAGE)
        ? AllowedValues.of(pattern.regexp()).map(AllowedValues::refusal).orElse(fault.getMessage())
        : fault.getMessage();
  }

  private static List<Path.Node> nodes(Path path) {
    return StreamSupport.stream(path.spliterator(), false).toList();
  }

  private static <T extends Throwable> @Nullable T causeOf(Throwable failure, Class<T> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }
}

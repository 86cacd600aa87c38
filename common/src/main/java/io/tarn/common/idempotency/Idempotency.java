package io.tarn.common.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.properties.IfBuildProperty;
import io.tarn.common.gate.CurrentTenant;
import io.tarn.common.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers a repeated request like the first one. Keys belong to an actor in a tenant. An
/// operation that throws has not happened: its key is free again.
@ApplicationScoped
@IfBuildProperty(name = "tarn.gate.enabled", stringValue = "true", enableIfMissing = true)
public class Idempotency {
  private static final int LONGEST_KEY = 255;
  private static final String PLATFORM = "platform";

  private final IdempotencyStore store;
  private final ObjectMapper json;
  private final CurrentTenant caller;

  Idempotency(IdempotencyStore store, ObjectMapper json, CurrentTenant caller) {
    this.store = store;
    this.json = json;
    this.caller = caller;
  }

  /// Runs the operation, or gives the answer that it gave before.
  ///
  /// @param key the `Idempotency-Key` of the request; without one the operation just runs
  /// @param operation which endpoint this is: one key cannot be used for two
  /// @param request the body, by which repeats are told from other requests
  public Response answer(
      @Nullable String key, String operation, Object request, Supplier<Response> run) {
    if (key == null) {
      return run.get();
    }
    if (key.isBlank() || key.length() > LONGEST_KEY) {
      throw ProblemException.invalid("Idempotency-Key", "must have 1 to 255 characters");
    }
    var place = new IdempotencyStore.Place(tenant(), actor(), key);
    var known = store.begin(place, digest(operation, request));
    return known == null ? runAndKeep(place, run) : responseOf(known);
  }

  private Response runAndKeep(IdempotencyStore.Place place, Supplier<Response> run) {
    try {
      var answer = answerOf(run.get());
      store.finish(place, answer);
      return responseOf(answer);
    } catch (RuntimeException failure) {
      store.release(place);
      throw failure;
    }
  }

  private IdempotencyStore.Answer answerOf(Response response) {
    var location = response.getHeaderString(HttpHeaders.LOCATION);
    var entity = response.getEntity();
    return new IdempotencyStore.Answer(
        response.getStatus(), location, entity == null ? null : text(entity));
  }

  private static Response responseOf(IdempotencyStore.Answer answer) {
    var response = Response.status(answer.status());
    if (answer.location() != null) {
      response.location(URI.create(answer.location()));
    }
    if (answer.body() != null) {
      response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
    }
    return response.build();
  }

  private String tenant() {
    var tenant = caller.grant().tenant();
    return tenant == null ? PLATFORM : tenant.id().value();
  }

  private String actor() {
    return caller.actor().issuer() + "|" + caller.actor().subject();
  }

  private byte[] digest(String operation, Object request) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(operation.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return digest.digest(text(request).getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }
}

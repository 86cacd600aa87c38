package io.tarn.service.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.SystemException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers a repeated request like the first one. Keys belong to an actor in a tenant. An
/// operation that is refused has not happened: its key is free again. One that may have happened
/// while its answer is not on record (the process died, the database went away) is never run
/// again under its key: until the key's life ends, repeats are told that the outcome is unknown.
@ApplicationScoped
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
    var owned = new IdempotencyStore.Key(tenant(), actor(), key);
    var known = store.begin(owned, digest(operation, request));
    return known == null ? runAndStore(owned, run) : responseOf(known);
  }

  private Response runAndStore(IdempotencyStore.Key key, Supplier<Response> run) {
    Response given;
    try {
      given = run.get();
    } catch (RuntimeException failure) {
      if (!mayHaveHappened(failure)) {
        store.release(key);
      }
      throw failure;
    }
    var answer = answerOf(given);
    try {
      store.finish(key, answer);
    } catch (IllegalStateException failure) {
      // It has happened: the caller is told so, and the key stays taken.
      Log.errorf(failure, "request %s: its answer is not kept", caller.requestId());
    }
    return responseOf(answer);
  }

  /// Whether a transaction may have been committed although its caller heard of a failure: the
  /// connection to the database broke, or the transaction manager does not know.
  private static boolean mayHaveHappened(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SystemException
          || cause instanceof HeuristicMixedException
          || cause instanceof HeuristicRollbackException
          || (cause instanceof SQLException broken && isOfConnection(broken.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  /// Connection exceptions, and an administrator's or a crash's end of the session.
  private static boolean isOfConnection(@Nullable String sqlState) {
    return sqlState != null && (sqlState.startsWith("08") || sqlState.startsWith("57P"));
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

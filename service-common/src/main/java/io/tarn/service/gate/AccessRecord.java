package io.tarn.service.gate;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who did what, under which role and for what purpose. `path` is the endpoint's address with the
/// values that were asked for; `operation` names the endpoint itself.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccessRecord(
    UUID id,
    Instant time,
    String service,
    @Nullable String tenant,
    Actor actor,
    String role,
    String purpose,
    String requestId,
    @Nullable String session,
    String operation,
    String method,
    String path,
    Map<String, String> parameters) {

  public AccessRecord {
    parameters = Map.copyOf(parameters);
  }
}

package io.tarn.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.ingest.intake.FileOutcome;
import io.tarn.ingest.intake.IntakeResult;
import io.tarn.ingest.intake.IntakeService;
import io.tarn.ingest.intake.UploadRequest;
import io.tarn.ingest.upload.Upload;
import io.tarn.service.gate.CurrentTenant;
import jakarta.enterprise.context.RequestScoped;
import java.io.InputStream;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Passes request bodies with events to intake, on behalf of the caller.
@RequestScoped
class EventsIntake {
  /// What a file is called whose sender gives no name.
  static final String NAME = "body";

  private static final String SOURCE = "api";

  private final IntakeService intake;
  private final UploadAccounts accounts;
  private final CurrentTenant tenant;
  private final ObjectMapper json;

  EventsIntake(
      IntakeService intake, UploadAccounts accounts, CurrentTenant tenant, ObjectMapper json) {
    this.intake = intake;
    this.accounts = accounts;
    this.tenant = tenant;
    this.json = json;
  }

  /// One body as an upload of its own.
  PutEventsResponse take(@Nullable String store, String name, boolean isDryRun, InputStream body) {
    var result = intake.take(delivery(store, SOURCE, isDryRun), name, body, this::text);
    var response = PutEventsResponse.of(result);
    return isDryRun ? accounts.with(response) : response;
  }

  /// An upload for files to come.
  Upload open(@Nullable String store, String source, boolean isDryRun) {
    return intake.open(delivery(store, source, isDryRun));
  }

  /// One file of an upload.
  PutEventsResponse takeFile(UUID upload, String name, InputStream body) {
    return switch (intake.takeFile(tenant.id(), upload, name, body, this::text)) {
      case FileOutcome.Accepted(var result) -> PutEventsResponse.of(result);
      case FileOutcome.AlreadyReceived(var answer) -> read(answer);
    };
  }

  private UploadRequest delivery(@Nullable String store, String source, boolean isDryRun) {
    return new UploadRequest(tenant.id(), store, source, isDryRun, tenant.actor().subject());
  }

  private String text(IntakeResult result) {
    try {
      return json.writeValueAsString(PutEventsResponse.of(result));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("an answer is no JSON", failure);
    }
  }

  private PutEventsResponse read(String answer) {
    try {
      return json.readValue(answer, PutEventsResponse.class);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("an answer is no JSON", failure);
    }
  }
}

package io.tarn.ingest.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/// Events of an event data store.
@Path("/v1/tenants/{tenant}/event-data-stores/{id}/events")
@RunOnVirtualThread
public class EventsResource {
  private final EventsIntake intake;

  EventsResource(EventsIntake intake) {
    this.intake = intake;
  }

  /// Put events. A trail file (`{"Records":[...]}`), an array, NDJSON, one event or several after
  /// one another, the envelopes of EventBridge, CloudWatch Logs, SNS and SQS, or a Lake result file
  /// with eventJson; plain or in gzip, zip or zstd, which is seen from the content. The body is
  /// streamed. What is no event, and an event of another category than the store's, is rejected
  /// with its reason; the rest is acknowledged by Kafka before the answer, which names the upload
  /// that says what became of it. Sending the same again stores nothing. With `dryRun=true` the
  /// answer says what would become of the file and names the accounts in it, and nothing is sent.
  ///
  /// @param id the event data store: its id, name, ARN or `default`
  /// @param name what the file is called, in the ledger of the upload and in dead letters
  /// @param dryRun whether nothing is sent or stored, and the answer only says what would become of
  ///     the file
  @POST
  @Consumes(MediaType.WILDCARD)
  @RolesAllowed(Permission.EVENT_PUT)
  public PutEventsResponse put(
      @PathParam("id") String id,
      @QueryParam("name") @DefaultValue(EventsIntake.NAME) @FileName String name,
      @QueryParam("dryRun") @DefaultValue("false") @BooleanParameter String dryRun,
      InputStream body) {
    return intake.take(id, name, Boolean.parseBoolean(dryRun), body);
  }
}

package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.Uploads;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.Sendable;
import io.tarn.local.sending.Sending;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Files on their way into a tenant's store, through the product's door.
///
/// @param events how many the files hold
/// @param atOnce how many files are sent side by side
public record Intake(BenchTenant tenant, List<Sendable> files, int events, int atOnce) {
  public Intake {
    files = List.copyOf(files);
  }

  /// Sends everything and returns when all of it is written.
  ///
  /// @param outcome what must have become of all events: `stored`, or `duplicate`
  public void run(String outcome) throws IOException, InterruptedException {
    var uploads = tenant.uploads();
    check(outcome, sent(uploads, uploads.open("bench", null)));
  }

  /// Lets everything be read and kept nowhere.
  public void runDry() throws IOException, InterruptedException {
    var uploads = tenant.uploads();
    check("received", sent(uploads, uploads.openDryRun("bench", null)));
  }

  private JsonNode sent(Uploads uploads, String upload) throws IOException, InterruptedException {
    try (var line = ProgressLine.unseen()) {
      var sent = new Sending(uploads, upload, atOnce, line).send(files, Set.of());
      if (!sent.isComplete()) {
        throw new IOException("Not sent: %s %s".formatted(sent.refused(), sent.broken()));
      }
    }
    uploads.close(upload);
    return uploads.await(upload, _ -> {});
  }

  private void check(String outcome, JsonNode sum) throws IOException {
    if (sum.path(outcome).asInt() != events) {
      throw new IOException("Of %d events not all are %s: %s".formatted(events, outcome, sum));
    }
  }
}

package io.tarn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.Uploads;
import io.tarn.local.sending.FileSender;
import io.tarn.local.sending.ProgressLine;
import io.tarn.local.sending.Sendable;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/// Import of files into a tenant's store through the edge.
///
/// @param events number of events in the files
/// @param atOnce number of files sent in parallel
public record BenchImport(BenchTenant tenant, List<Sendable> files, int events, int atOnce) {
  public BenchImport {
    files = List.copyOf(files);
  }

  /// Imports the files and returns when all events are stored.
  ///
  /// @param outcome expected outcome of all events: `stored` or `duplicate`
  public void run(String outcome) throws IOException, InterruptedException {
    var uploads = tenant.uploads();
    check(outcome, sent(uploads, uploads.open("bench", null)));
  }

  /// Dry run: parses and counts the files, publishes nothing.
  public void runDry() throws IOException, InterruptedException {
    var uploads = tenant.uploads();
    check("received", sent(uploads, uploads.openDryRun("bench", null)));
  }

  private JsonNode sent(Uploads uploads, String upload) throws IOException, InterruptedException {
    try (var line = ProgressLine.unseen()) {
      var sent = new FileSender(uploads, upload, atOnce, line).send(files, Set.of());
      if (!sent.isComplete()) {
        throw new IOException("Not sent: %s %s".formatted(sent.refused(), sent.failed()));
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

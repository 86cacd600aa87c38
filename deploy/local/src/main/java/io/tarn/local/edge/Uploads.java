package io.tarn.local.edge;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Client for the uploads of one tenant. Safe for several threads.
public final class Uploads {
  private static final Set<String> UNSETTLED = Set.of("RECEIVING", "WRITING");

  private final EdgeClient edge;
  private final String uploads;

  public Uploads(EdgeClient edge, String tenant) {
    this.edge = edge;
    this.uploads = "/v1/tenants/%s/uploads".formatted(tenant);
  }

  /// Opens an upload and returns its id.
  ///
  /// @param source origin of the files, as the sender names it
  /// @param store id, ARN or name; null sends each event to the store of its category
  public String open(String source, @Nullable String store)
      throws IOException, InterruptedException {
    return open(uploads, source, store);
  }

  /// Opens a dry run: its files are parsed and counted, nothing is published.
  public String openDryRun(String source, @Nullable String store)
      throws IOException, InterruptedException {
    return open(uploads + "?dryRun=true", source, store);
  }

  private String open(String path, String source, @Nullable String store)
      throws IOException, InterruptedException {
    var body = new HashMap<>(java.util.Map.of("source", source));
    if (store != null) {
      body.put("store", store);
    }
    return edge.post(path, body).path("id").asText();
  }

  /// The open upload with that source and store.
  ///
  /// @param storeId id of the store; null for an upload without a store
  public Optional<String> findOpen(String source, @Nullable String storeId)
      throws IOException, InterruptedException {
    return edge.list(uploads).stream()
        .filter(upload -> upload.path("state").asText().equals("RECEIVING"))
        .filter(upload -> !upload.path("dryRun").asBoolean())
        .filter(upload -> upload.path("source").asText().equals(source))
        .filter(upload -> upload.path("store").asText("").equals(storeId == null ? "" : storeId))
        .map(upload -> upload.path("id").asText())
        .findFirst();
  }

  /// Names of the files already received.
  public Set<String> received(String upload) throws IOException, InterruptedException {
    var names = new HashSet<String>();
    for (var file : edge.list(uploads + "/" + upload + "/files")) {
      if (file.path("state").asText().equals("RECEIVED")) {
        names.add(file.path("name").asText());
      }
    }
    return names;
  }

  /// Sends one file; the response counts its events and rejected records.
  public JsonNode send(String upload, String name, BodyPublisher body)
      throws IOException, InterruptedException {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return edge.upload("%s/%s/files?name=%s".formatted(uploads, upload, encoded), body);
  }

  /// Closes the upload: no more files follow.
  public void close(String upload) throws IOException, InterruptedException {
    edge.post(uploads + "/" + upload + ":close", java.util.Map.of());
  }

  /// Waits until a closed upload is settled, and returns it with its totals.
  public JsonNode await(String upload, Consumer<JsonNode> look)
      throws IOException, InterruptedException {
    while (true) {
      var now = edge.get(uploads + "/" + upload + "?wait=5s");
      look.accept(now);
      if (!UNSETTLED.contains(now.path("state").asText())) {
        return now;
      }
    }
  }
}

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

/// Uploads of one tenant: opened, filled with files, closed and waited for. Safe for several
/// threads.
public final class Uploads {
  private static final Set<String> UNDER_WAY = Set.of("RECEIVING", "WRITING");

  private final EdgeClient edge;
  private final String uploads;

  public Uploads(EdgeClient edge, String tenant) {
    this.edge = edge;
    this.uploads = "/v1/tenants/%s/uploads".formatted(tenant);
  }

  /// Opens an upload and returns its id.
  ///
  /// @param source where the files come from, in the sender's words
  /// @param store id, ARN or name; null lets each event go to the tenant's store of its kind
  public String open(String source, @Nullable String store)
      throws IOException, InterruptedException {
    return open(uploads, source, store);
  }

  /// The same for a dry run: what it is sent is counted, and nothing is kept.
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

  /// An upload from there that still takes files.
  ///
  /// @param storeId the store's id; null for an upload that names none
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

  /// The names of the files that need not be sent again.
  public Set<String> taken(String upload) throws IOException, InterruptedException {
    var names = new HashSet<String>();
    for (var file : edge.list(uploads + "/" + upload + "/files")) {
      if (file.path("state").asText().equals("TAKEN")) {
        names.add(file.path("name").asText());
      }
    }
    return names;
  }

  /// Sends one file; the answer says how many events it held and what was wrong with others.
  public JsonNode send(String upload, String name, BodyPublisher body)
      throws IOException, InterruptedException {
    var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
    return edge.upload("%s/%s/files?name=%s".formatted(uploads, upload, encoded), body);
  }

  /// Says that no more files come.
  public void close(String upload) throws IOException, InterruptedException {
    edge.post(uploads + "/" + upload + ":close", java.util.Map.of());
  }

  /// Waits until all events of a closed upload are written, and returns it with its sum.
  public JsonNode await(String upload, Consumer<JsonNode> look)
      throws IOException, InterruptedException {
    while (true) {
      var now = edge.get(uploads + "/" + upload + "?wait=5s");
      look.accept(now);
      if (!UNDER_WAY.contains(now.path("state").asText())) {
        return now;
      }
    }
  }
}

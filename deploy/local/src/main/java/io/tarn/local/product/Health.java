package io.tarn.local.product;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.parts.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;

/// How a part is.
///
/// @param complaint why it is not ready; absent when it is
record Health(Optional<String> complaint) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static Health good() {
    return new Health(Optional.empty());
  }

  static Health bad(String complaint) {
    return new Health(Optional.of(complaint));
  }

  boolean isReady() {
    return complaint.isEmpty();
  }

  static Health ofPort(int port) {
    return Ports.answers(port) ? good() : bad("does not answer on port " + port);
  }

  static Health of(ExternalAddress elsewhere) {
    return elsewhere.answers() ? good() : bad("does not answer at " + elsewhere);
  }

  /// Readiness as the service itself sees it, with the names of the checks that fail.
  static Health ofService(int port) {
    return ofUrl(Addresses.url(port) + "/q/health/ready");
  }

  static Health ofUrl(String url) {
    var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());
      return answer.statusCode() == 200 ? good() : bad(reasons(answer.statusCode(), answer.body()));
    } catch (IOException _) {
      return bad("does not answer at " + url);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return bad("was not waited for");
    }
  }

  private static String reasons(int status, String body) {
    var reasons = new ArrayList<String>();
    try {
      JSON.readTree(body).path("checks").forEach(check -> addReason(check, reasons::add));
    } catch (IOException _) {
      return "answers " + status;
    }
    return reasons.isEmpty() ? "answers " + status : String.join("; ", reasons);
  }

  private static void addReason(JsonNode check, java.util.function.Consumer<String> reasons) {
    if (!"UP".equals(check.path("status").asText())) {
      var data = check.path("data");
      reasons.accept(check.path("name").asText() + (data.isMissingNode() ? "" : " " + data));
    }
  }
}

package io.tarn.scheduler.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A receiver of webhooks and a real mail server. What the receiver answers is said by the first
/// part of the path: `ok`, `twice` (two faults first), `throttled` (once), `gone`, `slow`,
/// `huge` (a large answer), `redirect`. What was received is asked for at
/// `/received/<path>` and `/mails`.
public final class ReceiversResource implements QuarkusTestResourceLifecycleManager {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, List<Map<String, String>>> received = new ConcurrentHashMap<>();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    mail.setUser("tarn@tarn.example", "tarn", "mail-password");
    mail.start();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::take);
    server.createContext("/received", this::tell);
    server.createContext("/mails", this::tellMails);
    server.start();
    var address = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.ofEntries(
        Map.entry("test.receiver", address),
        Map.entry("tarn.public-url", "https://tarn.example"),
        Map.entry(
            "tarn.scheduler.notifications.hosts", address + ",http://[::1]:9,http://10.1.1.1"),
        Map.entry("tarn.scheduler.notifications.networks", "127.0.0.0/8"),
        Map.entry("tarn.scheduler.notifications.request-time", "PT1S"),
        Map.entry("tarn.scheduler.notifications.back-off", "PT0.2S"),
        Map.entry("tarn.scheduler.notifications.attempts", "3"),
        Map.entry("tarn.smtp.host", "127.0.0.1"),
        Map.entry("tarn.smtp.port", Integer.toString(mail.getSmtp().getPort())),
        Map.entry("tarn.smtp.security", "none"),
        Map.entry("tarn.smtp.user", "tarn"),
        Map.entry("tarn.smtp.password", "mail-password"),
        Map.entry("tarn.smtp.from", "audit@tarn.example"));
  }

  private void take(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath();
    var all = received.computeIfAbsent(path, _ -> new CopyOnWriteArrayList<>());
    var headers = exchange.getRequestHeaders();
    all.add(
        Map.of(
            "body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            "query", String.valueOf(exchange.getRequestURI().getRawQuery()),
            "type", String.valueOf(headers.getFirst("Content-Type")),
            "signature", String.valueOf(headers.getFirst("Tarn-Signature"))));
    switch (path.substring(1, path.indexOf("/", 1))) {
      case "twice" -> answer(exchange, all.size() < 3 ? 503 : 200, "never mind");
      case "throttled" -> {
        exchange.getResponseHeaders().add("Retry-After", "2");
        answer(exchange, all.size() < 2 ? 429 : 204, "");
      }
      case "gone" -> answer(exchange, 410, "gone");
      case "slow" -> pause(exchange, 4_000);
      case "huge" -> answer(exchange, 200, "x".repeat(20_000_000));
      case "redirect" -> {
        exchange.getResponseHeaders().add("Location", path.replace("redirect", "ok"));
        answer(exchange, 307, "");
      }
      default -> answer(exchange, 200, "ok");
    }
  }

  private static void pause(HttpExchange exchange, long millis) throws IOException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    answer(exchange, 200, "late");
  }

  private void tell(HttpExchange exchange) throws IOException {
    var path = exchange.getRequestURI().getPath().substring("/received".length());
    answer(exchange, 200, JSON.writeValueAsString(received.getOrDefault(path, List.of())));
  }

  private void tellMails(HttpExchange exchange) throws IOException {
    var mails = new ArrayList<String>();
    for (var message : mail.getReceivedMessages()) {
      mails.add(GreenMailUtil.getWholeMessage(message));
    }
    answer(exchange, 200, JSON.writeValueAsString(mails));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    try (exchange) {
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void stop() {
    server.stop(0);
    mail.stop();
  }
}

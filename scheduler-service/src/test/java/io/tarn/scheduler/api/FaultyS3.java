package io.tarn.scheduler.api;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Stands before a real S3 endpoint and passes on what is sent, but for requests that meet a
/// fault. Bytes are not changed, so signatures stay good.
final class FaultyS3 implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *([0-9]+)");
  private static final String HEAD_END = "\r\n\r\n";
  private static final int BUFFER = 8192;

  private final ServerSocket server;
  private final URI behind;
  private final Function<String, Fault> faults;

  /// What becomes of a request.
  enum Fault {
    NONE,
    /// Answered by 500; the endpoint behind hears nothing of it.
    INTERNAL_ERROR,
    /// Answered by 403; the endpoint behind hears nothing of it.
    ACCESS_DENIED,
    /// The connection ends with the first half of the body.
    LOST_ON_THE_WAY,
    /// The endpoint behind does it, and the connection ends before the answer comes.
    ANSWER_LOST
  }

  private FaultyS3(ServerSocket server, URI behind, Function<String, Fault> faults) {
    this.server = server;
    this.behind = behind;
    this.faults = faults;
  }

  /// Starts one on a free port.
  ///
  /// @param faults gives the fault of a request line: `PUT /bucket/key?partNumber=2 HTTP/1.1`
  static FaultyS3 before(String endpoint, Function<String, Fault> faults) throws IOException {
    var server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    var started = new FaultyS3(server, URI.create(endpoint), faults);
    Thread.ofVirtual().start(started::accept);
    return started;
  }

  String address() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        var client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException _) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var target = new Socket(behind.getHost(), behind.getPort())) {
      var connection = new Connection(client, target);
      Thread.ofVirtual().start(connection::passAnswers);
      while (connection.passRequest(faults)) {
        // the next one
      }
    } catch (IOException _) {
      // One of both sides has ended the connection.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /// A client's connection, and the one to the endpoint that belongs to it.
  private static final class Connection {
    private final Socket client;
    private final Socket target;
    private final InputStream in;
    private final CountDownLatch lost = new CountDownLatch(1);
    private volatile boolean isAnswerLost;

    Connection(Socket client, Socket target) throws IOException {
      this.client = client;
      this.target = target;
      this.in = client.getInputStream();
    }

    void passAnswers() {
      try (client) {
        var buffer = new byte[BUFFER];
        for (int count = read(buffer); count >= 0; count = read(buffer)) {
          if (isAnswerLost) {
            lost.countDown();
            return;
          }
          client.getOutputStream().write(buffer, 0, count);
        }
      } catch (IOException _) {
        // One of both sides has ended the connection.
      }
    }

    private int read(byte[] buffer) throws IOException {
      return target.getInputStream().read(buffer);
    }

    /// Passes one request on; false if the connection ends with it.
    boolean passRequest(Function<String, Fault> faults) throws IOException, InterruptedException {
      var head = readHead();
      if (head.isEmpty()) {
        return false;
      }
      var length = lengthOf(head);
      var fault = faults.apply(head.lines().findFirst().orElse(""));
      switch (fault) {
        case NONE -> copy(head, length);
        case INTERNAL_ERROR -> refuse(head, length, "500 Internal Server Error", "InternalError");
        case ACCESS_DENIED -> refuse(head, length, "403 Forbidden", "AccessDenied");
        case LOST_ON_THE_WAY -> copy(head, length / 2);
        case ANSWER_LOST -> {
          isAnswerLost = true;
          copy(head, length);
          lost.await();
        }
      }
      return fault == Fault.NONE;
    }

    /// The head of the next request with its empty line; empty if there is none.
    private String readHead() throws IOException {
      var head = new ByteArrayOutputStream();
      while (true) {
        var next = in.read();
        if (next < 0) {
          return "";
        }
        head.write(next);
        var text = next == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
        if (text.endsWith(HEAD_END)) {
          return text;
        }
      }
    }

    private static long lengthOf(String head) {
      var matcher = LENGTH.matcher(head);
      return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }

    private void copy(String head, long length) throws IOException {
      var out = target.getOutputStream();
      out.write(head.getBytes(StandardCharsets.ISO_8859_1));
      var buffer = new byte[BUFFER];
      for (long left = length; left > 0; ) {
        var count = in.read(buffer, 0, (int) Math.min(left, buffer.length));
        if (count < 0) {
          throw new IOException("the client ends within a body");
        }
        out.write(buffer, 0, count);
        left -= count;
      }
      out.flush();
    }

    /// Reads the body first: else the client might hear of a broken connection only.
    private void refuse(String head, long length, String status, String code) throws IOException {
      if (head.toLowerCase(Locale.ROOT).contains("100-continue")) {
        answer("HTTP/1.1 100 Continue" + HEAD_END);
      }
      in.skipNBytes(length);
      var body = "<Error><Code>%s</Code></Error>".formatted(code);
      answer(
          "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %d\r\nConnection: close"
                  .formatted(status, body.length())
              + HEAD_END
              + body);
    }

    private void answer(String text) throws IOException {
      client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      client.getOutputStream().flush();
    }
  }
}

package io.tarn.acceptance.product;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// A number that, added to every default port, gives free ones below the range that the system
/// hands out itself.
record PortOffset(int value) {
  private static final List<Integer> PORTS =
      List.of(8080, 8081, 8082, 8083, 8084, 8132, 8180, 8181, 8190, 8192, 8193);

  /// That of a product which runs already.
  static PortOffset given() {
    return new PortOffset(Integer.getInteger("tarn.product.port-offset", 0));
  }

  static PortOffset free() {
    for (int attempt = 0; attempt < 100; attempt++) {
      var offset = new PortOffset(ThreadLocalRandom.current().nextInt(2_000, 23_000));
      if (PORTS.stream().allMatch(port -> isFree(offset.of(port)))) {
        return offset;
      }
    }
    throw new IllegalStateException("no free range of ports found");
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException inUse) {
      return false;
    }
  }

  int of(int port) {
    return port + value;
  }
}

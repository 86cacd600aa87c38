package io.tarn.local.product;

import io.tarn.parts.Ports;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Address of an external part: hosts and ports only, so that it can be printed.
record ExternalAddress(List<HostPort> hosts) {
  private static final Pattern HOST_PORT =
      Pattern.compile("(\\[[0-9a-fA-F:.]+\\]|[A-Za-z0-9_.-]+)(?::([0-9]{1,5}))?");

  ExternalAddress {
    hosts = List.copyOf(hosts);
  }

  /// Absent unless the text is a list of `host:port`.
  static Optional<ExternalAddress> of(String list, int usualPort) {
    var hosts = new ArrayList<HostPort>();
    for (var text : list.split(",", -1)) {
      var matched = HOST_PORT.matcher(text.strip());
      if (!matched.matches()) {
        return Optional.empty();
      }
      var port = matched.group(2) == null ? usualPort : Integer.parseInt(matched.group(2));
      hosts.add(new HostPort(matched.group(1), port));
    }
    return Optional.of(new ExternalAddress(hosts));
  }

  /// Whether one of the hosts accepts a connection.
  boolean answers() {
    return hosts.stream().anyMatch(each -> Ports.answers(each.host(), each.port()));
  }

  @Override
  public String toString() {
    return hosts.stream().map(HostPort::toString).collect(Collectors.joining(", "));
  }

  /// One host and port.
  record HostPort(String host, int port) {
    @Override
    public String toString() {
      return host + ":" + port;
    }
  }
}

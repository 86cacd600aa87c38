package io.tarn.scheduler.destination;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;

/// The operator's list of hosts that destinations may name.
final class AllowedHosts {
  private final List<Entry> entries;

  private record Entry(String scheme, String host, int port) {
    boolean matches(String otherScheme, String otherHost, int otherPort) {
      var isHost =
          host.startsWith("*.")
              ? otherHost.endsWith(host.substring(1)) && otherHost.length() > host.length() - 1
              : otherHost.equals(host);
      return isHost && scheme.equals(otherScheme) && port == otherPort;
    }
  }

  /// @throws IllegalArgumentException if an entry cannot be understood
  AllowedHosts(List<String> entries) {
    this.entries = entries.stream().map(AllowedHosts::entry).toList();
  }

  private static Entry entry(String text) {
    var stripped = text.strip().toLowerCase(Locale.ROOT);
    var scheme = stripped.startsWith("http://") ? "http" : "https";
    var rest = stripped.replaceFirst("^https?://", "");
    var wildcard = rest.startsWith("*.");
    try {
      var uri = new URI(scheme + "://" + (wildcard ? rest.substring(2) : rest));
      if (uri.getHost() == null || !isBare(uri)) {
        throw new IllegalArgumentException(text + " is no host");
      }
      return new Entry(scheme, (wildcard ? "*." : "") + uri.getHost(), portOf(uri));
    } catch (URISyntaxException failure) {
      throw new IllegalArgumentException(text + " is no host", failure);
    }
  }

  /// Whether it names a scheme, a host and perhaps a port, and nothing else.
  static boolean isBare(URI uri) {
    var path = uri.getRawPath();
    return uri.getRawUserInfo() == null
        && uri.getRawQuery() == null
        && uri.getRawFragment() == null
        && (path == null || path.isEmpty() || path.equals("/"));
  }

  boolean contain(URI endpoint) {
    if (endpoint.getScheme() == null || endpoint.getHost() == null || !isBare(endpoint)) {
      return false;
    }
    var scheme = endpoint.getScheme().toLowerCase(Locale.ROOT);
    var host = endpoint.getHost().toLowerCase(Locale.ROOT);
    return entries.stream().anyMatch(entry -> entry.matches(scheme, host, portOf(endpoint)));
  }

  private static int portOf(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "http".equalsIgnoreCase(uri.getScheme()) ? 80 : 443;
  }
}

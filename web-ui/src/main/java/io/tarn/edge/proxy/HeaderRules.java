package io.tarn.edge.proxy;

import io.vertx.core.MultiMap;
import java.util.Locale;
import java.util.Set;

/// Headers that pass the edge. Inwards only those listed here: so nothing from outside can pose
/// as another address, request id, trace, tenant or grant. Outwards all but what belongs to one
/// connection, to the services among themselves, or to the edge.
final class HeaderRules {
  private static final Set<String> INWARDS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "content-encoding",
          "content-length",
          "content-type",
          "idempotency-key",
          "if-match",
          "if-modified-since",
          "if-none-match",
          "if-range",
          "if-unmodified-since",
          "prefer",
          "range",
          "user-agent",
          // Of webhooks: what their senders sign, and say of their events.
          "x-github-event",
          "x-hub-signature",
          "x-hub-signature-256",
          "x-tarn-signature",
          "x-tarn-timestamp");
  private static final Set<String> NOT_OUTWARDS =
      Set.of(
          "authorization",
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-connection",
          "server",
          "set-cookie",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "via",
          "www-authenticate");
  private static final String INTERNAL = "tarn-";

  private HeaderRules() {}

  static void copyInwards(MultiMap from, MultiMap to) {
    from.forEach(
        header -> {
          if (INWARDS.contains(header.getKey().toLowerCase(Locale.ROOT))) {
            to.add(header.getKey(), header.getValue());
          }
        });
  }

  /// Headers that the edge has set already stay as they are.
  static void copyOutwards(MultiMap from, MultiMap to) {
    var own = Set.copyOf(to.names().stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    from.forEach(
        header -> {
          var name = header.getKey().toLowerCase(Locale.ROOT);
          if (!own.contains(name) && !NOT_OUTWARDS.contains(name) && !name.startsWith(INTERNAL)) {
            to.add(header.getKey(), header.getValue());
          }
        });
  }
}

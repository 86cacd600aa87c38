package io.tarn.scheduler.notification;

import io.tarn.common.config.TarnConfig;
import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.destination.AddressGuard;
import io.tarn.scheduler.destination.RefusedAddressException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;

/// Decides where webhooks may go. Hosts that the operator lists may have addresses within the
/// operator's networks; all others public addresses only, which are looked at whenever one is
/// connected to.
@ApplicationScoped
class WebhookGuard {
  private static final int LONGEST = 2_000;

  private final AddressGuard listed;
  private final AddressGuard open;
  private final boolean isListRequired;

  WebhookGuard(NotificationConfig config, TarnConfig tarn) {
    var hosts = config.hosts().orElse(List.of());
    this.listed = AddressGuard.of(hosts, config.networks().orElse(List.of()), tarn);
    this.open = AddressGuard.of(List.of(), List.of(), tarn);
    this.isListRequired = config.onlyListedHosts();
  }

  boolean isListed(URI url) {
    var port = url.getPort() < 0 ? "" : ":" + url.getPort();
    return url.getHost() != null
        && listed.isListed(URI.create(url.getScheme() + "://" + url.getHost() + port));
  }

  /// The rules for addresses of listed hosts.
  AddressGuard forListed() {
    return listed;
  }

  /// The rules for addresses of all other hosts.
  AddressGuard forOthers() {
    return open;
  }

  /// Why nothing may be sent to an address; empty where it may be. Its host's addresses are not
  /// looked at.
  Optional<String> formFault(URI url) {
    if (url.toString().length() > LONGEST) {
      return Optional.of("must have at most " + LONGEST + " characters");
    }
    var scheme = url.getScheme();
    var isHttp = "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    if (!isHttp || url.getHost() == null || url.isOpaque() || url.getPort() == 0) {
      return Optional.of("must be an address such as https://hooks.example.com/tarn");
    }
    if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
      return Optional.of("must not have a user or a fragment");
    }
    if (isListed(url)) {
      return Optional.empty();
    }
    if (isListRequired) {
      return Optional.of("is not in the operator's list of hosts");
    }
    return "https".equalsIgnoreCase(scheme) ? Optional.empty() : Optional.of("must be of https");
  }

  /// The same, and the addresses that its host has now are looked at.
  Optional<String> fault(URI url) {
    var fault = formFault(url);
    if (fault.isPresent()) {
      return fault;
    }
    try {
      var _ = (isListed(url) ? listed : open).resolve(url.getHost());
      return Optional.empty();
    } catch (RefusedAddressException _) {
      return Optional.of("has an address to which nothing may be sent");
    } catch (UnknownHostException _) {
      return Optional.of("has no address");
    }
  }
}

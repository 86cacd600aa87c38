package io.tarn.scheduler.destination;

import io.tarn.common.config.TarnConfig;
import io.tarn.scheduler.config.DestinationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides which endpoints tenants may name, and which addresses a connection may go to. The
/// addresses of a host are looked at whenever one is about to be connected to, so that a change of
/// its name's addresses opens nothing.
@ApplicationScoped
public class AddressGuard {
  private final AllowedHosts hosts;
  private final List<Network> networks;
  private final List<String> ownHosts;
  private final Resolver resolver;

  /// Finds the addresses of hosts.
  @FunctionalInterface
  interface Resolver {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  @Inject
  AddressGuard(DestinationConfig config, TarnConfig tarn) {
    this(
        config.destinationHosts().orElse(List.of()),
        config.destinationNetworks().orElse(List.of()),
        ownHosts(tarn),
        InetAddress::getAllByName);
  }

  /// @param ownHosts hosts of the installation itself
  AddressGuard(
      List<String> hosts, List<String> networks, List<String> ownHosts, Resolver resolver) {
    this.hosts = new AllowedHosts(hosts);
    this.networks = networks.stream().map(String::strip).map(Network::of).toList();
    this.ownHosts = List.copyOf(ownHosts);
    this.resolver = resolver;
  }

  /// A guard with lists of its own, for other things than destinations.
  ///
  /// @param hosts listed hosts, in the form of destinations'
  /// @param networks of local addresses that may be connected to
  public static AddressGuard of(List<String> hosts, List<String> networks, TarnConfig tarn) {
    return new AddressGuard(hosts, networks, ownHosts(tarn), InetAddress::getAllByName);
  }

  private static List<String> ownHosts(TarnConfig tarn) {
    var services = tarn.services().values().stream().map(TarnConfig.Service::url);
    return Stream.concat(services, tarn.publicUrl().stream())
        .flatMap(url -> Optional.ofNullable(url.getHost()).stream())
        .distinct()
        .toList();
  }

  /// Whether the operator's list has the endpoint's host.
  public boolean isListed(URI endpoint) {
    return hosts.contain(endpoint);
  }

  /// The addresses of a host, all of which may be connected to.
  ///
  /// @throws UnknownHostException if it has none, or one that may not
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var found = resolver.addressesOf(host);
    for (var address : found) {
      if (!mayBeConnectedTo(address)) {
        throw new RefusedAddressException(host);
      }
    }
    return found;
  }

  private boolean mayBeConnectedTo(InetAddress address) {
    return switch (AddressKind.of(address)) {
      case NEVER -> false;
      case LOCAL -> isOpened(address);
      case PUBLIC -> isOpened(address) || !isOwn(address);
    };
  }

  private boolean isOpened(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  private boolean isOwn(InetAddress address) {
    return isOfThisMachine(address)
        || ownHosts.stream().flatMap(this::addressesOf).anyMatch(address::equals);
  }

  private Stream<InetAddress> addressesOf(String host) {
    try {
      return Arrays.stream(resolver.addressesOf(host));
    } catch (UnknownHostException _) {
      return Stream.empty();
    }
  }

  private static boolean isOfThisMachine(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      return true;
    }
  }
}

package io.tarn.scheduler.destination;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// What an address is to a service that connects on behalf of tenants.
enum AddressKind {
  /// Everybody can reach it.
  PUBLIC,
  /// It is this machine or a private network, which an operator may open.
  LOCAL,
  /// Nobody delivers anything there: the network itself, or where clouds tell credentials.
  NEVER;

  private static final List<Network> NEVER_RANGES =
      networks(
          "0.0.0.0/8",
          "169.254.0.0/16",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "100.100.100.200",
          "168.63.129.16",
          "::/128",
          "100::/64",
          "2001::/32",
          "2001:db8::/32",
          "fd00:ec2::254",
          "fd20:ce::254",
          "fe80::/10",
          "ff00::/8");
  private static final List<Network> LOCAL_RANGES =
      networks(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "::1",
          "fc00::/7",
          "fec0::/10");

  static AddressKind of(InetAddress address) {
    return of(address.getAddress());
  }

  private static AddressKind of(byte[] address) {
    if (isIn(NEVER_RANGES, address)) {
      return NEVER;
    }
    if (isIn(LOCAL_RANGES, address)) {
      return LOCAL;
    }
    var inner = innerOf(address);
    return inner.length == 0 ? PUBLIC : of(inner);
  }

  /// The IPv4 address that one of IPv6 leads to; empty where there is none.
  private static byte[] innerOf(byte[] address) {
    if (address.length != 16) {
      return new byte[0];
    }
    if (isIn(networks("::/96", "64:ff9b::/96", "64:ff9b:1::/48"), address)) {
      return Arrays.copyOfRange(address, 12, 16);
    }
    return isIn(networks("2002::/16"), address) ? Arrays.copyOfRange(address, 2, 6) : new byte[0];
  }

  private static boolean isIn(List<Network> ranges, byte[] address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<Network> networks(String... texts) {
    return Stream.of(texts).map(Network::of).toList();
  }
}

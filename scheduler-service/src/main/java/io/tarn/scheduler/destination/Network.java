package io.tarn.scheduler.destination;

import java.net.InetAddress;
import java.util.regex.Pattern;

/// A range of addresses: `10.0.0.0/8`, `fc00::/7`; an address alone is a range of one.
final class Network {
  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+(/[0-9]{1,3})?");

  private final byte[] address;
  private final int bits;

  private Network(byte[] address, int bits) {
    this.address = address;
    this.bits = bits;
  }

  /// @throws IllegalArgumentException if the text is no range
  static Network of(String text) {
    if (!LITERAL.matcher(text).matches()) {
      throw new IllegalArgumentException(text + " is no range of addresses");
    }
    var slash = text.indexOf('/');
    var address = literal(slash < 0 ? text : text.substring(0, slash));
    var bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
    if (bits > address.length * 8) {
      throw new IllegalArgumentException(text + " has more bits than its address");
    }
    return new Network(address, bits);
  }

  private static byte[] literal(String text) {
    try {
      return InetAddress.ofLiteral(text).getAddress();
    } catch (IllegalArgumentException failure) {
      throw new IllegalArgumentException(text + " is no address", failure);
    }
  }

  boolean contains(InetAddress other) {
    return contains(other.getAddress());
  }

  boolean contains(byte[] other) {
    if (other.length != address.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> (bit % 8);
      if ((other[bit / 8] & mask) != (address[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}

package io.tarn.common.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/// An IP address that was written as one; names are never looked up.
///
/// @param text the address in its usual form
/// @param bits 32 or 128
public record IpAddress(String text, int bits) {
  private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}");
  private static final Pattern WITH_COLONS = Pattern.compile("[0-9A-Fa-f:.]{2,45}");

  /// Reads an address of four numbers with dots, or of the sixth version with colons and without a
  /// zone; empty for all else.
  public static Optional<IpAddress> of(String written) {
    var form = written.indexOf(':') >= 0 ? WITH_COLONS : DOTTED;
    if (!form.matcher(written).matches()) {
      return Optional.empty();
    }
    try {
      var address = InetAddress.ofLiteral(written);
      var bits = address instanceof Inet4Address ? 32 : 128;
      return Optional.of(new IpAddress(address.getHostAddress(), bits));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}

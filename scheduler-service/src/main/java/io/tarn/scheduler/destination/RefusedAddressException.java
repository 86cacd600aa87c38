package io.tarn.scheduler.destination;

import java.net.UnknownHostException;

/// A host has an address that nothing may be delivered to.
public final class RefusedAddressException extends UnknownHostException {
  RefusedAddressException(String host) {
    super(host + " has an address to which nothing may be delivered");
  }
}

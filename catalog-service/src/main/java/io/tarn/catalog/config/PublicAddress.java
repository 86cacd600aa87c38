package io.tarn.catalog.config;

import io.tarn.common.config.TarnConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// The address of the edge, for links that people open.
@ApplicationScoped
public class PublicAddress {
  private final TarnConfig config;

  PublicAddress(TarnConfig config) {
    this.config = config;
  }

  /// The link to a path of the console.
  public String linkTo(String path) {
    return config.publicUrl().map(URI::toString).orElse("") + path;
  }
}

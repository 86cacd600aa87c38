package io.tarn.edge.parts;

/// The same parts around an edge that keeps grants for two seconds.
public final class KeepingInstallation extends Installation {
  @Override
  protected String keepGrantsFor() {
    return "PT2S";
  }
}

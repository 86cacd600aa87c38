package io.tarn.edge.config;

import io.smallrye.config.ConfigMapping;
import io.tarn.common.config.TarnConfig;
import java.util.Map;

/// Everything below `tarn`: because this mapping owns the whole prefix, a key that neither it nor
/// another mapping of the edge knows stops the start, as in every service.
@ConfigMapping(prefix = "tarn")
public interface RootConfig extends TarnConfig {
  /// Defaults of the services' outbox, which common names for all; the edge has none.
  Map<String, String> outbox();

  /// Where services find the keys of grants, which common names for all; the edge asks for grants.
  Map<String, String> grants();
}

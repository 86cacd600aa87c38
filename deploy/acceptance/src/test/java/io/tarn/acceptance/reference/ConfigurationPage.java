package io.tarn.acceptance.reference;

import io.tarn.common.reference.ReferencePage;
import java.util.Comparator;
import java.util.List;

/// The page of all settings, from the `@ConfigMapping` interfaces and the line above each method.
final class ConfigurationPage {
  private static final String HEAD =
      """
      # Configuration

      Generated from the sources by `./tarn docs`; do not edit. Each key can be given in the environment, in capitals and
      with `_` for every other character: `tarn.query.retention` is `TARN_QUERY_RETENTION`. Durations are ISO 8601. A key below
      `tarn` that no service knows stops the start. What stands under `common` holds for every service.
      """;

  private ConfigurationPage() {}

  static ReferencePage page() {
    var text = new StringBuilder(HEAD);
    for (String module : SourceTrees.MODULES) {
      var settings = settings(SourceTrees.of(module));
      if (!settings.isEmpty()) {
        text.append(
            "%n## %s%n%n| Key | Type | Default | Meaning |%n| --- | --- | --- | --- |%n"
                .formatted(module));
        settings.forEach(setting -> text.append(setting.row()));
      }
    }
    return new ReferencePage("configuration.md", text.toString());
  }

  static List<Setting> settings(SourceTrees sources) {
    return sources.units().stream()
        .flatMap(unit -> SettingsReader.read(sources, unit).stream())
        .sorted(Comparator.comparing(Setting::key))
        .toList();
  }
}

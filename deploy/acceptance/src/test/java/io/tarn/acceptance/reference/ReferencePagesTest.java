package io.tarn.acceptance.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The pages that follow from the sources alone.
class ReferencePagesTest {
  static final java.util.List<String> MODULES = SourceTrees.MODULES;

  @Test
  void theConfigurationPageSaysWhatTheSourcesSay() {
    ConfigurationPage.page().check();
  }

  @Test
  void theProblemsPageSaysWhatTheSourcesSay() {
    ProblemsPage.page().check();
  }

  @ParameterizedTest
  @FieldSource("MODULES")
  void everySettingHasAMeaning(String module) {
    assertThat(ConfigurationPage.settings(SourceTrees.of(module)))
        .allSatisfy(setting -> assertThat(setting.meaning()).as(setting.key()).isNotBlank());
  }
}

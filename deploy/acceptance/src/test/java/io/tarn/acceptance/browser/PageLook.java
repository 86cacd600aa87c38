package io.tarn.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;

/// What a page looks like as it is shown now, in the light and in the dark mode.
final class PageLook {
  private PageLook() {}

  /// Saves a screenshot of either mode, and asserts that neither hinders people.
  static void check(Chromium chromium, String name) {
    try {
      check(chromium, ColorScheme.DARK, name + "-dark");
    } finally {
      check(chromium, ColorScheme.LIGHT, name);
    }
  }

  private static void check(Chromium chromium, ColorScheme scheme, String name) {
    var page = chromium.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    chromium.picture(name);
    assertThat(Accessibility.seriousFindings(page).stream().map(String::valueOf))
        .as("of axe on %s, %s", page.url(), scheme)
        .isEmpty();
  }
}

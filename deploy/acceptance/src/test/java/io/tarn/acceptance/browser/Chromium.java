package io.tarn.acceptance.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import io.tarn.acceptance.product.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The system's Chromium with one empty profile. It records the errors of the page, so
/// that a journey can show that the content security policy of the console refused nothing.
final class Chromium implements AutoCloseable {
  private static final List<String> FLAGS =
      List.of(
          "--no-sandbox",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  Chromium() {
    var program = Requirement.BROWSER.program("chromium");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions().setExecutablePath(program).setArgs(FLAGS));
    page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(1440, 900)
                // What is half faded in has too little contrast for a moment.
                .setReducedMotion(ReducedMotion.REDUCE));
    page.setDefaultTimeout(30_000);
    page.addInitScript(Accessibility.checker());
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          // Chromium's own editing adds inline styles when one types over a selection; they
          // are refused, and the editor draws its text anew.
          if (message.text().contains("Content Security Policy")
              && !message.text().contains("inline style")) {
            complaints.add(message.text());
          }
        });
  }

  Page page() {
    return page;
  }

  List<String> complaints() {
    return complaints;
  }

  /// Saves a screenshot below `target`, to explain a failure.
  void picture(String name) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}

package io.tarn.acceptance.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/// The console's page without a session, and the sign-in form of the identity provider.
final class SignInPage {
  private final Page page;

  private SignInPage(Page page) {
    this.page = page;
  }

  static SignInPage open(Page page, URI edge, String path) {
    page.navigate(edge.resolve(path).toString());
    return shown(page);
  }

  /// The page that a browser is on after sign-out.
  static SignInPage shown(Page page) {
    var signIn = new SignInPage(page);
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).waitFor();
    return signIn;
  }

  EditorPage signIn(String user, String password) {
    fill(user, password);
    return new EditorPage(page);
  }

  /// Signs in on the way to the queries for customers.
  CurationPage signInAsCurator(String user, String password) {
    fill(user, password);
    return new CurationPage(page);
  }

  private void fill(String user, String password) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")).click();
    page.locator("input[name=username]").fill(user);
    page.locator("input[name=password]").fill(password);
    page.locator("[type=submit]").click();
  }
}

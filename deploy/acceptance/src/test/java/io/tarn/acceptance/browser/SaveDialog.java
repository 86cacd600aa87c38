package io.tarn.acceptance.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/// The dialog that keeps a statement as a query.
final class SaveDialog {
  private final Locator dialog;

  SaveDialog(Page page) {
    dialog = page.getByRole(AriaRole.DIALOG);
    dialog.waitFor();
  }

  SaveDialog fill(String field, String text) {
    dialog.getByLabel(field).fill(text);
    return this;
  }

  Locator dialog() {
    return dialog;
  }

  void save() {
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save").setExact(true))
        .click();
  }

  void cancel() {
    dialog
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Cancel"))
        .first()
        .click();
  }
}

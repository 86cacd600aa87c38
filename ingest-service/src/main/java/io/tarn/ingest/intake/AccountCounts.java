package io.tarn.ingest.intake;

import io.tarn.ingest.upload.FoundAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Counts the events of a file by account. Not thread-safe.
final class AccountCounts {
  /// No organisation has more; what a sender makes up beyond is not counted.
  private static final int MOST = 10_000;

  private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
  private static final Pattern ORGANISATION =
      Pattern.compile("(?:^|/)AWSLogs/(o-[a-z0-9]{10,32})/");

  private final String organisation;
  private final Map<String, FoundAccount> accounts = new HashMap<>();

  /// @param file its name: an organisation's trail writes the organisation's id into it
  AccountCounts(String file) {
    this.organisation =
        Optional.of(ORGANISATION.matcher(file))
            .filter(Matcher::find)
            .map(found -> found.group(1))
            .orElse("");
  }

  /// One more event.
  void count(String account, boolean isAdmitted, boolean isPublished) {
    if (accounts.containsKey(account)
        || (accounts.size() < MOST && ACCOUNT.matcher(account).matches())) {
      var one = new FoundAccount(account, organisation, 1, isAdmitted ? 0 : 1, isPublished ? 1 : 0);
      accounts.merge(account, one, FoundAccount::plus);
    }
  }

  List<FoundAccount> found() {
    return List.copyOf(accounts.values());
  }
}

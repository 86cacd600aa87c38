package io.tarn.ingest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.ingest.upload.UploadAccount;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An AWS account whose events an upload contains.
///
/// @param id the account's 12 digits
/// @param organisation the AWS organisation of the account, where the names of the files say it
/// @param state `not-admitted`: its events were rejected; `new`: the tenant had no events of it
///     before; `admitted`: it had; `foreign`, to operators only: another tenant of theirs holds it
/// @param count how many of its events the upload contains
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountResponse(
    String id,
    @Nullable String organisation,
    @Schema(enumeration = {"admitted", "new", "not-admitted", "foreign"}) String state,
    long count) {
  static AccountResponse of(UploadAccount account) {
    return new AccountResponse(
        account.id(), account.organisation(), state(account), account.events());
  }

  private static String state(UploadAccount account) {
    if (account.isForeign()) {
      return "foreign";
    }
    if (!account.isAdmitted()) {
      return "not-admitted";
    }
    return account.isKnown() ? "admitted" : "new";
  }
}

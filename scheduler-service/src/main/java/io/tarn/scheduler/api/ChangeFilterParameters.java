package io.tarn.scheduler.api;

import io.tarn.scheduler.ledger.ChangeFilter;
import io.tarn.service.request.Storable;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/// To what changes are narrowed down.
public class ChangeFilterParameters {
  /// Only those of which this is said.
  @QueryParam("verdict")
  @Pattern(regexp = "pending|approved|approved-late|emergency|automated|exempt|unapproved")
  @Nullable String verdict;

  /// Only those that were made this way.
  @QueryParam("origin")
  @Pattern(regexp = "console|cli|sdk|infrastructure-as-code|service|root|break-glass|unknown")
  @Nullable String origin;

  /// Only those in this account.
  @QueryParam("account")
  @Pattern(regexp = "[0-9]{12}")
  @Nullable String account;

  /// Only those with this in the name or the ARN of whoever made them; case does not matter.
  @QueryParam("who")
  @Size(max = 200)
  @Nullable String who;

  /// Only those of this service: ec2.
  @QueryParam("service")
  @Size(max = 100)
  @Nullable String service;

  /// Only those of which a reviewer decided this; none for those that nobody has looked at.
  @QueryParam("review")
  @Pattern(regexp = "none|accepted|violation|attached")
  @Nullable String review;

  /// Only those from this time on.
  @QueryParam("from")
  @Nullable String from;

  /// Only those before this time.
  @QueryParam("to")
  @Nullable String to;

  /// Only those of this group.
  @QueryParam("group")
  @Size(max = 100)
  @Nullable String group;

  ChangeFilter filter() {
    return new ChangeFilter(
        verdict,
        origin,
        account,
        who,
        service,
        review,
        Storable.instant("from", from),
        Storable.instant("to", to),
        group);
  }
}

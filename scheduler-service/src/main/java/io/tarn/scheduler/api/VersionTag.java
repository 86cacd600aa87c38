package io.tarn.scheduler.api;

import io.tarn.service.problem.ProblemException;
import jakarta.ws.rs.core.EntityTag;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The version of a schedule or an adapter as an `ETag`: `"3"`.
final class VersionTag {
  private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"");

  private VersionTag() {}

  static EntityTag of(int version) {
    return new EntityTag(Integer.toString(version));
  }

  /// The version that a change is based on, as `If-Match` names it.
  static int base(@Nullable String ifMatch) {
    if (ifMatch == null) {
      throw new ProblemException(
          428,
          "precondition-required",
          "Say in If-Match which version the change is based on: its ETag.");
    }
    var match = TAG.matcher(ifMatch.strip());
    if (!match.matches()) {
      throw ProblemException.invalid(
          "If-Match", "must be the ETag of what is changed, such as \"3\"");
    }
    return Integer.parseInt(match.group(1));
  }
}

package io.tarn.catalog.membership;

import io.tarn.service.gate.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is to be changed of a membership.
///
/// @param role null leaves it as it is
/// @param expiry null leaves it as it is
public record MemberChange(@Nullable Role role, @Nullable NewExpiry expiry) {

  /// @param at null: the membership has no end
  public record NewExpiry(@Nullable Instant at) {}

  Role roleAfter(Member member) {
    return role == null ? member.role() : role;
  }

  @Nullable Instant expiryAfter(Member member) {
    return expiry == null ? member.expiresAt() : expiry.at();
  }
}

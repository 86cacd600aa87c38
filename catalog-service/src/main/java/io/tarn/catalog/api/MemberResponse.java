package io.tarn.catalog.api;

import io.tarn.catalog.membership.Member;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A member as the API shows it.
public record MemberResponse(
    UUID id,
    String issuer,
    String subject,
    @Nullable String name,
    String role,
    @Nullable Instant expiresAt,
    Instant createdAt) {

  static MemberResponse of(Member member) {
    return new MemberResponse(
        member.id(),
        member.issuer(),
        member.subject(),
        member.name(),
        member.role().wireName(),
        member.expiresAt(),
        member.createdAt());
  }
}

package io.tarn.catalog.api;

import io.tarn.catalog.membership.Member;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A member as the API shows it.
///
/// @param id the id of the membership
/// @param issuer the issuer of the identity provider that knows the member
/// @param subject who the member is there
/// @param name a name to show; null where none was given
/// @param role the member's role in the tenant
/// @param expiresAt when the membership ends; null is without end
/// @param createdAt when the membership began
public record MemberResponse(
    UUID id,
    String issuer,
    String subject,
    @Nullable String name,
    @Schema(pattern = MembersResource.TENANT_ROLES) String role,
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

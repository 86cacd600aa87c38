package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.catalog.membership.Invitation;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An invitation as the API shows it.
///
/// @param link only in the answer that made it: it cannot be shown again
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationResponse(
    UUID id,
    String role,
    @Nullable String email,
    Instant expiresAt,
    @Nullable Instant usedAt,
    Instant createdAt,
    @Nullable String link) {

  static InvitationResponse of(Invitation invitation) {
    return withLink(invitation, null);
  }

  static InvitationResponse withLink(Invitation invitation, @Nullable String link) {
    return new InvitationResponse(
        invitation.id(),
        invitation.role().wireName(),
        invitation.email(),
        invitation.expiresAt(),
        invitation.usedAt(),
        invitation.createdAt(),
        link);
  }
}

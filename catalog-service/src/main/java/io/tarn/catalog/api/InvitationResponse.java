package io.tarn.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.catalog.membership.Invitation;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An invitation as the API shows it.
///
/// @param id the id of the invitation
/// @param role the role that it gives
/// @param email who is meant; absent, whoever has the link
/// @param expiresAt until when it can be accepted
/// @param usedAt when it was accepted; absent before
/// @param createdAt when it was made
/// @param link what is sent to the invited person; only in the answer that made it, for it cannot
///     be shown again
@JsonInclude(JsonInclude.Include.NON_NULL)
public record InvitationResponse(
    UUID id,
    @Schema(pattern = MembersResource.TENANT_ROLES) String role,
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

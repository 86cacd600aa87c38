package io.tarn.catalog.membership;

import io.tarn.catalog.config.CatalogConfig;
import io.tarn.catalog.membership.MembershipException.NotFound;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Role;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Invitations: the first sign-in that opens the link becomes the membership.
@ApplicationScoped
public class InvitationService {
  private final InvitationRepository invitations;
  private final MembershipService members;
  private final CatalogConfig config;
  private final Clock clock;

  /// A new invitation with its code, which nobody can read again.
  public record Made(Invitation invitation, String code) {
    @Override
    public String toString() {
      return "Made[" + invitation.id() + "]";
    }
  }

  InvitationService(
      InvitationRepository invitations,
      MembershipService members,
      CatalogConfig config,
      Clock clock) {
    this.invitations = invitations;
    this.members = members;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  public Made invite(
      TenantId tenant, Role role, @Nullable String email, @Nullable Instant expiresAt) {
    var code = InvitationCode.random();
    var now = clock.instant();
    var row = new InvitationEntity();
    row.id = Ids.uuid();
    row.tenantId = tenant.value();
    row.codeHash = code.hash();
    row.role = role.wireName();
    row.email = email;
    row.expiresAt = expiresAt == null ? now.plus(config.invitationLife()) : expiresAt;
    row.createdAt = now;
    invitations.persistAndFlush(row);
    return new Made(row.invitation(), code.value());
  }

  @Transactional
  public Page<Invitation> list(TenantId tenant, @Nullable Cursor after, int limit) {
    var found = invitations.list(tenant, after == null ? null : Places.uuid(after), limit + 1);
    return Page.of(found, limit, row -> Cursor.of(row.id.toString()))
        .map(InvitationEntity::invitation);
  }

  /// Withdraws an invitation.
  @Transactional
  public void remove(TenantId tenant, UUID id) {
    invitations.delete(invitations.find(tenant, id).orElseThrow(NotFound::new));
  }

  /// Makes the person a member, once. Used, expired, withdrawn, foreign and unknown codes are
  /// alike.
  @Transactional
  public Member accept(String code, Actor person, @Nullable String verifiedEmail) {
    var now = clock.instant();
    var row =
        invitations
            .findAcceptable(new InvitationCode(code).hash(), verifiedEmail, now)
            .orElseThrow(NotFound::new);
    var invitation = row.invitation();
    row.usedAt = now;
    return members.add(
        invitation.tenant(),
        new NewMember(person.issuer(), person.subject(), person.name(), invitation.role(), null));
  }
}

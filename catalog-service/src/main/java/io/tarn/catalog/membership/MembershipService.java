package io.tarn.catalog.membership;

import io.tarn.catalog.membership.MembershipException.AlreadyThere;
import io.tarn.catalog.membership.MembershipException.LastTenantAdmin;
import io.tarn.catalog.membership.MembershipException.NotFound;
import io.tarn.catalog.membership.MembershipException.OwnExpiry;
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

/// The members of a tenant. A person has one role in a tenant.
@ApplicationScoped
public class MembershipService {
  private final MembershipRepository members;
  private final RoleChanges changes;
  private final PlatformAdmins admins;
  private final Clock clock;

  MembershipService(
      MembershipRepository members, RoleChanges changes, PlatformAdmins admins, Clock clock) {
    this.members = members;
    this.admins = admins;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  public Member add(TenantId tenant, NewMember wanted) {
    admins.refuse(wanted.issuer(), wanted.subject());
    members.oneAtATime(tenant);
    if (members.exists(tenant, wanted.issuer(), wanted.subject())) {
      throw new AlreadyThere();
    }
    var row = new MembershipEntity();
    row.id = Ids.uuid();
    row.tenantId = tenant.value();
    row.issuer = wanted.issuer();
    row.subject = wanted.subject();
    row.name = wanted.name();
    row.role = wanted.role().wireName();
    row.expiresAt = wanted.expiresAt();
    row.createdAt = clock.instant();
    members.persistAndFlush(row);
    return row.member();
  }

  @Transactional
  public Member find(TenantId tenant, UUID id) {
    return members.find(tenant, id).orElseThrow(NotFound::new).member();
  }

  @Transactional
  public Page<Member> list(TenantId tenant, @Nullable Cursor after, int limit) {
    var place = after == null ? null : Places.uuid(after);
    var found = members.list(tenant, place, limit + 1);
    return Page.of(found, limit, row -> Cursor.of(row.id.toString())).map(MembershipEntity::member);
  }

  /// Changes role or expiry, and ends the person's sessions in this tenant. Nobody lengthens
  /// their own membership.
  @Transactional
  public Member change(TenantId tenant, UUID id, MemberChange change, Actor caller) {
    members.oneAtATime(tenant);
    var row = members.find(tenant, id).orElseThrow(NotFound::new);
    var before = row.member();
    var role = change.roleAfter(before);
    var expiresAt = change.expiryAfter(before);
    if (isOf(caller, before) && isLater(expiresAt, before.expiresAt())) {
      throw new OwnExpiry();
    }
    if (role != Role.TENANT_ADMIN || (expiresAt != null && before.expiresAt() == null)) {
      demandAnotherAdmin(before);
    }
    row.role = role.wireName();
    row.expiresAt = expiresAt;
    changes.note(tenant, row.issuer, row.subject);
    return row.member();
  }

  /// Takes the role away, and ends the person's sessions in this tenant.
  @Transactional
  public void remove(TenantId tenant, UUID id) {
    members.oneAtATime(tenant);
    var row = members.find(tenant, id).orElseThrow(NotFound::new);
    demandAnotherAdmin(row.member());
    changes.note(tenant, row.issuer, row.subject);
    members.delete(row);
  }

  /// A tenant keeps a tenant-admin without end. Where it has only such as expire, it keeps one of
  /// those.
  private void demandAnotherAdmin(Member leaving) {
    var now = clock.instant();
    var expiresAt = leaving.expiresAt();
    var isAdmin =
        leaving.role() == Role.TENANT_ADMIN && (expiresAt == null || expiresAt.isAfter(now));
    if (isAdmin
        && members.otherAdmins(leaving.tenant(), leaving.id(), expiresAt == null ? null : now)
            == 0) {
      throw new LastTenantAdmin();
    }
  }

  private static boolean isOf(Actor caller, Member member) {
    return caller.issuer().equals(member.issuer()) && caller.subject().equals(member.subject());
  }

  private static boolean isLater(@Nullable Instant after, @Nullable Instant before) {
    return before != null && (after == null || after.isAfter(before));
  }
}

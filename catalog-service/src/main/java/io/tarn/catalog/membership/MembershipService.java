package io.tarn.catalog.membership;

import io.tarn.catalog.membership.MembershipException.AlreadyThere;
import io.tarn.catalog.membership.MembershipException.NotFound;
import io.tarn.common.gate.Role;
import io.tarn.common.id.Ids;
import io.tarn.common.paging.Cursor;
import io.tarn.common.paging.Page;
import io.tarn.common.tenant.TenantId;
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
  private final Clock clock;

  MembershipService(MembershipRepository members, RoleChanges changes, Clock clock) {
    this.members = members;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  public Member add(TenantId tenant, NewMember wanted) {
    if (members.isThere(tenant, wanted.issuer(), wanted.subject())) {
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

  /// Changes role and expiry, and ends the person's sessions in this tenant.
  @Transactional
  public Member change(TenantId tenant, UUID id, Role role, @Nullable Instant expiresAt) {
    var row = members.find(tenant, id).orElseThrow(NotFound::new);
    row.role = role.wireName();
    row.expiresAt = expiresAt;
    changes.note(tenant, row.issuer, row.subject);
    return row.member();
  }

  /// Takes the role away, and ends the person's sessions in this tenant.
  @Transactional
  public void remove(TenantId tenant, UUID id) {
    var row = members.find(tenant, id).orElseThrow(NotFound::new);
    changes.note(tenant, row.issuer, row.subject);
    members.delete(row);
  }
}

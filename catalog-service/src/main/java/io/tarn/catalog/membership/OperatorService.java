package io.tarn.catalog.membership;

import io.tarn.catalog.membership.MembershipException.AlreadyThere;
import io.tarn.catalog.membership.MembershipException.NotFound;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.paging.Cursor;
import io.tarn.service.paging.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which operators work in which tenants.
@ApplicationScoped
public class OperatorService {
  private final OperatorAssignmentRepository assignments;
  private final MembershipRepository members;
  private final RoleChanges changes;
  private final PlatformAdmins admins;
  private final Clock clock;

  OperatorService(
      OperatorAssignmentRepository assignments,
      MembershipRepository members,
      RoleChanges changes,
      PlatformAdmins admins,
      Clock clock) {
    this.assignments = assignments;
    this.members = members;
    this.admins = admins;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  public OperatorAssignment assign(
      TenantId tenant, String issuer, String subject, @Nullable Instant expiresAt) {
    admins.refuse(issuer, subject);
    members.oneAtATime(tenant);
    if (assignments.exists(tenant, issuer, subject)) {
      throw new AlreadyThere();
    }
    var row = new OperatorAssignmentEntity();
    row.id = Ids.uuid();
    row.tenantId = tenant.value();
    row.issuer = issuer;
    row.subject = subject;
    row.expiresAt = expiresAt;
    row.createdAt = clock.instant();
    assignments.persistAndFlush(row);
    return row.assignment();
  }

  /// Whether somebody works in the tenant of that id now.
  @Transactional
  public boolean isAssigned(String tenant, Actor actor) {
    return assignments.isLive(tenant, actor, clock.instant());
  }

  @Transactional
  public Page<OperatorAssignment> list(@Nullable Cursor after, int limit) {
    var found = assignments.list(after == null ? null : Places.uuid(after), limit + 1);
    return Page.of(found, limit, row -> Cursor.of(row.id.toString()))
        .map(OperatorAssignmentEntity::assignment);
  }

  /// Ends the assignment and the operator's sessions in that tenant.
  @Transactional
  public void remove(UUID id) {
    var row = assignments.findByIdOptional(id).orElseThrow(NotFound::new);
    changes.note(new TenantId(row.tenantId), row.issuer, row.subject);
    assignments.delete(row);
  }
}

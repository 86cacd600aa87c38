package io.tarn.catalog.grant;

import io.tarn.catalog.grant.AccessLookup.Access;
import io.tarn.catalog.grant.GrantRefusedException.NoSuchTenant;
import io.tarn.catalog.grant.GrantRefusedException.OwnerLeft;
import io.tarn.catalog.grant.GrantRefusedException.OwnerLostRole;
import io.tarn.catalog.grant.GrantRefusedException.SessionEnded;
import io.tarn.catalog.grant.GrantRefusedException.TenantSuspended;
import io.tarn.catalog.grant.IssuedGrant.NamedTenant;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;
import io.tarn.service.gate.Grant;
import io.tarn.service.gate.Grant.GrantedTenant;
import io.tarn.service.gate.Role;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns credentials into grants.
@ApplicationScoped
public class GrantService {
  private static final Actor WEBHOOK = new Actor("tarn", "webhook", "webhook");
  private static final Actor MYSELF = new Actor("tarn", "catalog-service", "catalog-service");

  private static final Actor READER = new Actor("tarn", "scheduler-service", "scheduler-service");

  private final TokenVerifier tokens;
  private final AccessLookup accesses;
  private final EndedSessions sessions;
  private final SigningKeys keys;
  private final GrantLife life;

  GrantService(
      TokenVerifier tokens,
      AccessLookup accesses,
      EndedSessions sessions,
      SigningKeys keys,
      GrantLife life) {
    this.tokens = tokens;
    this.accesses = accesses;
    this.sessions = sessions;
    this.keys = keys;
    this.life = life;
  }

  /// @throws GrantRefusedException where the credential or the role is not there
  public IssuedGrant issue(AccessRequest request) {
    var person = tokens.verify(request.token());
    if (sessions.contains(person.session())) {
      throw new SessionEnded();
    }
    if (request.tenant() == null) {
      return signed(request, person, null, platformRole(person.actor()));
    }
    var access = accesses.find(request.tenant(), person.actor()).orElseThrow(NoSuchTenant::new);
    return signed(request, person, access, roleOf(access, person));
  }

  /// A grant for query-service in the name of the owner of a schedule or an export, who is not
  /// there: what they may is looked up now.
  ///
  /// @throws GrantRefusedException where they may do this in the tenant no more
  public IssuedGrant issueScheduled(
      TenantId tenant, Actor owner, AbsentPurpose purpose, String requestId) {
    var access = accesses.find(tenant.value(), owner).orElseThrow(OwnerLeft::new);
    var role = access.role();
    if (role == null) {
      throw new OwnerLeft();
    }
    if (!access.isActive()) {
      throw new TenantSuspended();
    }
    if (!role.permissions().contains(purpose.permission())) {
      throw new OwnerLostRole(role.wireName());
    }
    return signedForQueries(access, owner, role, purpose.wireName(), requestId);
  }

  /// A grant by which scheduler-service reads a tenant's events in its own name.
  ///
  /// @param purpose what it reads them for: `change-ledger`
  /// @throws GrantRefusedException where there is no such tenant, or it is not active
  public IssuedGrant issueReader(TenantId tenant, String purpose, String requestId) {
    var access = accesses.find(tenant.value(), READER).orElseThrow(NoSuchTenant::new);
    if (!access.isActive()) {
      throw new TenantSuspended();
    }
    return signedForQueries(access, READER, Role.READER, purpose, requestId);
  }

  private IssuedGrant signedForQueries(
      Access access, Actor actor, Role role, String purpose, String requestId) {
    var expiresAt = life.expiry();
    var granted = new GrantedTenant(access.tenant(), access.slug());
    var grant = new Grant(granted, actor, role, purpose, requestId, null, null, expiresAt);
    return new IssuedGrant(
        keys.signer().sign(grant, "query-service"),
        expiresAt,
        expiresAt,
        new NamedTenant(access.tenant(), access.slug(), access.name()),
        role);
  }

  /// A grant for a webhook, by which it may be delivered and nothing else.
  ///
  /// @throws NoSuchTenant where there is no such tenant, or it is not active: who shows nothing
  ///     learns nothing
  public IssuedGrant issueForWebhook(WebhookRequest request) {
    var access =
        accesses
            .find(request.tenant(), WEBHOOK)
            .filter(Access::isActive)
            .orElseThrow(NoSuchTenant::new);
    var expiresAt = life.expiry();
    var granted = new GrantedTenant(access.tenant(), access.slug());
    var grant =
        new Grant(
            granted, WEBHOOK, Role.WEBHOOK, "webhook", request.requestId(), null, null, expiresAt);
    return new IssuedGrant(
        keys.signer().sign(grant, WebhookRequest.AUDIENCE),
        expiresAt,
        expiresAt,
        named(access),
        Role.WEBHOOK);
  }

  /// Refuses the tokens of this session from now on.
  public void endSession(String token) {
    sessions.add(tokens.verify(token).session());
  }

  /// A grant by which this service asks another one.
  public String systemGrant(GrantedTenant tenant, String audience, String requestId) {
    var grant =
        new Grant(
            tenant, MYSELF, Role.SYSTEM, "provisioning", requestId, null, null, life.expiry());
    return keys.signer().sign(grant, audience);
  }

  private Role platformRole(Actor actor) {
    if (accesses.isPlatformAdmin(actor)) {
      return Role.PLATFORM_ADMIN;
    }
    return accesses.isOperator(actor) ? Role.CURATOR : Role.SIGNED_IN;
  }

  private static Role roleOf(Access access, Person person) {
    var changedAt = access.changedAt();
    if (changedAt != null && person.since().isBefore(changedAt)) {
      throw new SessionEnded();
    }
    var role = access.role();
    if (role == null) {
      throw new NoSuchTenant();
    }
    if (!access.isActive() && role != Role.PLATFORM_ADMIN) {
      throw new TenantSuspended();
    }
    return role;
  }

  private IssuedGrant signed(
      AccessRequest request, Person person, @Nullable Access access, Role role) {
    var expiresAt = life.expiry();
    var grant =
        new Grant(
            access == null ? null : new GrantedTenant(access.tenant(), access.slug()),
            person.actor(),
            role,
            request.purpose(),
            request.requestId(),
            person.session(),
            access == null ? person.verifiedEmail() : null,
            expiresAt,
            isOfOperatorAtIngest(request, role) && access != null ? access.assignedTo() : Set.of());
    return new IssuedGrant(
        keys.signer().sign(grant, request.audience()),
        expiresAt,
        person.until(),
        named(access),
        role);
  }

  /// An operator may learn which of the tenants assigned to them hold an account; ingest-service
  /// compares.
  private static boolean isOfOperatorAtIngest(AccessRequest request, Role role) {
    return role == Role.OPERATOR && "ingest-service".equals(request.audience());
  }

  private static @Nullable NamedTenant named(@Nullable Access access) {
    return access == null ? null : new NamedTenant(access.tenant(), access.slug(), access.name());
  }
}

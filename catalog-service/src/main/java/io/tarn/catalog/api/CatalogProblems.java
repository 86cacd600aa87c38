package io.tarn.catalog.api;

import io.tarn.catalog.grant.GrantRefusedException;
import io.tarn.catalog.membership.MembershipException;
import io.tarn.catalog.provisioning.ProvisioningException;
import io.tarn.catalog.query.SavedQueryException;
import io.tarn.catalog.store.StoreException;
import io.tarn.catalog.tenant.TenantException;
import io.tarn.service.problem.ProblemException;
import io.tarn.service.problem.Problems;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// The catalog's refusals as problem documents.
public class CatalogProblems {
  private static final String UNKNOWN = "is not the token of a preview of this change";

  @ServerExceptionMapper
  public Response of(GrantRefusedException failure) {
    return switch (failure) {
      case GrantRefusedException.BadCredential _ ->
          Problems.response(
              401, "unauthenticated", "A valid token or session is needed.", Map.of());
      case GrantRefusedException.SessionEnded e -> Problems.response(401, "session-ended", e);
      case GrantRefusedException.NoSuchTenant _ -> Problems.notFound();
      case GrantRefusedException.TenantSuspended e -> Problems.response(403, "tenant-suspended", e);
      case GrantRefusedException.OwnerLeft e -> Problems.response(403, "owner-left", e);
      case GrantRefusedException.OwnerLostRole e -> Problems.response(403, "owner-lost-role", e);
      case GrantRefusedException.ProviderUnavailable e -> Problems.response(503, "unavailable", e);
    };
  }

  @ServerExceptionMapper
  public Response of(TenantException failure) {
    return switch (failure) {
      case TenantException.NotFound _ -> Problems.notFound();
      case TenantException.SlugTaken e -> Problems.response(409, "slug-taken", e);
    };
  }

  @ServerExceptionMapper
  public Response of(MembershipException failure) {
    return switch (failure) {
      case MembershipException.NotFound _ -> Problems.notFound();
      case MembershipException.AlreadyThere e -> Problems.response(409, "already-member", e);
      case MembershipException.OfPlatform e ->
          Problems.response(409, "platform-admin-in-tenant", e);
      case MembershipException.LastTenantAdmin e -> Problems.response(409, "last-tenant-admin", e);
      case MembershipException.OwnExpiry e -> Problems.response(403, "own-expiry", e);
    };
  }

  @ServerExceptionMapper
  public Response of(StoreException failure) {
    return switch (failure) {
      case StoreException.NotFound _ -> Problems.notFound();
      case StoreException.NameTaken e -> Problems.response(409, "name-taken", e);
      case StoreException.UnknownToken e ->
          Problems.response(
              400,
              "invalid-request",
              e,
              Map.of("violations", List.of(new ProblemException.Violation("confirm", UNKNOWN))));
      case StoreException.PreviewOutdated e -> Problems.response(409, "preview-outdated", e);
      case StoreException.UnfitAsDefault e -> Problems.response(409, "unfit-as-default", e);
    };
  }

  @ServerExceptionMapper
  public Response of(SavedQueryException failure) {
    return switch (failure) {
      case SavedQueryException.NotFound _ -> Problems.notFound();
      case SavedQueryException.NotYours e -> Problems.response(403, "not-your-query", e);
      case SavedQueryException.Changed e ->
          Problems.response(412, "query-changed", e, Map.of("newestVersion", e.newest()));
      case SavedQueryException.Invalid e ->
          Problems.response(400, "invalid-query", e, Map.of("violations", e.violations()));
      case SavedQueryException.TooMany e -> Problems.response(409, "too-many-queries-kept", e);
      case SavedQueryException.NotNow e -> Problems.response(409, "not-in-this-state", e);
    };
  }

  @ServerExceptionMapper
  public Response of(ProvisioningException failure) {
    return switch (failure) {
      case ProvisioningException.Unavailable e -> Problems.response(503, "unavailable", e);
      case ProvisioningException.Failed e -> Problems.response(502, "provisioning-failed", e);
      case ProvisioningException.Rejected e ->
          Problems.response(400, "invalid-request", e, Map.of("violations", e.violations()));
      case ProvisioningException.UnusableBucket e ->
          Problems.response(
              422,
              "unusable-bucket",
              e,
              Map.of("violations", List.of(new ProblemException.Violation(e.field(), e.fault()))));
    };
  }
}

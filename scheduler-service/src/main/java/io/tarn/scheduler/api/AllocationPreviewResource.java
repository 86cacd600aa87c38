package io.tarn.scheduler.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.chargeback.AllocationRule;
import io.tarn.scheduler.chargeback.RulePreview;
import io.tarn.scheduler.chargeback.RulePreview.Share;
import io.tarn.scheduler.chargeback.StatementService;
import io.tarn.service.gate.CurrentTenant;
import io.tarn.service.gate.Permission;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What other allocation rules would do.
@Path("/v1/tenants/{tenant}/chargeback/allocation-rules:preview")
@RunOnVirtualThread
public class AllocationPreviewResource {
  private final StatementService statements;
  private final CurrentTenant tenant;

  AllocationPreviewResource(StatementService statements, CurrentTenant tenant) {
    this.statements = statements;
    this.tenant = tenant;
  }

  /// Say what a list of allocation rules would do to an open month. Nothing is kept.
  ///
  /// @param month the month, `2026-05`; the one that goes on if absent
  @POST
  @RolesAllowed(Permission.CHARGEBACK_READ)
  public AllocationPreviewResponse preview(
      @QueryParam("month") @Nullable String month,
      @Valid @NotNull AllocationRulesDocument request) {
    var asked = month == null ? statements.current() : Months.of(month);
    var rules = request.toRules();
    return AllocationPreviewResponse.of(statements.preview(tenant.id(), asked, rules), rules);
  }

  /// What rules would do to an open month.
  ///
  /// @param month the month, `2026-05`
  /// @param currency of all amounts, by ISO 4217
  /// @param costCentres each that pays before or after, by name
  /// @param rulesWithoutUsage those that no usage of the month comes to
  public record AllocationPreviewResponse(
      String month,
      String currency,
      List<ShareChange> costCentres,
      List<UnmatchedRule> rulesWithoutUsage) {
    public AllocationPreviewResponse {
      costCentres = List.copyOf(costCentres);
      rulesWithoutUsage = List.copyOf(rulesWithoutUsage);
    }

    private static AllocationPreviewResponse of(RulePreview preview, List<AllocationRule> rules) {
      return new AllocationPreviewResponse(
          preview.statement().month().toString(),
          preview.statement().currency(),
          preview.shares().stream().map(ShareChange::of).toList(),
          preview.unmatched().stream()
              .map(index -> new UnmatchedRule(index, rules.get(index).name()))
              .toList());
    }
  }

  /// What a cost centre pays.
  ///
  /// @param costCentre its name
  /// @param before with the rules there are, a decimal
  /// @param after with the other rules, a decimal
  public record ShareChange(String costCentre, String before, String after) {
    private static ShareChange of(Share share) {
      return new ShareChange(
          share.costCentre(), share.before().toPlainString(), share.after().toPlainString());
    }
  }

  /// A rule that never matches first.
  ///
  /// @param index its place in the list, from 0
  /// @param name its name
  public record UnmatchedRule(int index, String name) {}
}

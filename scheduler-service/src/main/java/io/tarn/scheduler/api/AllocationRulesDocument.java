package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.chargeback.AllocationRule;
import io.tarn.scheduler.chargeback.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who pays for what: of the rules that are valid on the day of usage, the first that matches. What
/// none matches is `unallocated`.
///
/// @param rules in their order, at most 500
/// @param version of the list, in answers; without meaning in requests, which say it in If-Match
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationRulesDocument(
    @NotNull List<@NotNull @Valid AllocationRuleDocument> rules, @Nullable Integer version) {

  /// A rule. In a pattern `*` stands for any number of characters and `?` for one; all patterns
  /// have to match, and an absent one matches everything.
  ///
  /// @param name what people call it; no other rule of the list has the name
  /// @param costCentre who pays
  /// @param principalArn pattern for the ARN of whoever caused the usage
  /// @param role pattern for the name of the session's role
  /// @param sessionName pattern for the name of the session
  /// @param account pattern for the account
  /// @param function pattern for the function or resource that was used
  /// @param validFrom the first day of usage that the rule is for, UTC; absent is from ever
  /// @param validTo the day after the last one; absent is for ever
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record AllocationRuleDocument(
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = 200) String costCentre,
      @Nullable @Size(max = 2000) String principalArn,
      @Nullable @Size(max = 2000) String role,
      @Nullable @Size(max = 2000) String sessionName,
      @Nullable @Size(max = 2000) String account,
      @Nullable @Size(max = 2000) String function,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {
    private AllocationRule rule() {
      return new AllocationRule(
          name.strip(),
          costCentre.strip(),
          principalArn,
          role,
          sessionName,
          account,
          function,
          validFrom,
          validTo);
    }

    private static AllocationRuleDocument of(AllocationRule rule) {
      return new AllocationRuleDocument(
          rule.name(),
          rule.costCentre(),
          rule.principalArn(),
          rule.role(),
          rule.sessionName(),
          rule.account(),
          rule.function(),
          rule.validFrom(),
          rule.validTo());
    }
  }

  List<AllocationRule> toRules() {
    return rules.stream().map(AllocationRuleDocument::rule).toList();
  }

  static AllocationRulesDocument of(Versioned<List<AllocationRule>> rules) {
    return new AllocationRulesDocument(
        rules.value().stream().map(AllocationRuleDocument::of).toList(), rules.version());
  }
}

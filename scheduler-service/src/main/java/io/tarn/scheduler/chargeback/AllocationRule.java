package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who pays for what. In a pattern `*` stands for any number of characters and `?` for one; all
/// patterns of a rule have to match, and an absent one matches everything.
///
/// @param name what people call the rule; no other rule of the list has the name
/// @param costCentre who pays
/// @param principalArn pattern for the ARN of whoever caused the usage
/// @param role pattern for the name of the session's role
/// @param sessionName pattern for the name of the session
/// @param account pattern for the account
/// @param function pattern for the function or resource that was used
/// @param validFrom the first day of usage that the rule is for, UTC; absent is from ever
/// @param validTo the day after the last one; absent is for ever
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AllocationRule(
    String name,
    String costCentre,
    @Nullable String principalArn,
    @Nullable String role,
    @Nullable String sessionName,
    @Nullable String account,
    @Nullable String function,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo) {}

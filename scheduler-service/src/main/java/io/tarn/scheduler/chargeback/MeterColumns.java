package io.tarn.scheduler.chargeback;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the columns of a meter's statement are.
///
/// @param quantity how much was used: a number
/// @param time when it was used: a timestamp
/// @param payers columns whose values stand on the lines of statements, at most 5
/// @param principalArn ARN of whoever caused it; absent where there is none, as are the others
/// @param role name of the session's role
/// @param sessionName name of the session
/// @param account the account
/// @param function the function or resource that was used
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeterColumns(
    String quantity,
    String time,
    List<String> payers,
    @Nullable String principalArn,
    @Nullable String role,
    @Nullable String sessionName,
    @Nullable String account,
    @Nullable String function) {
  public MeterColumns {
    payers = List.copyOf(payers);
  }
}

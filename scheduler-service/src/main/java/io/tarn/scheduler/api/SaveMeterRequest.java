package io.tarn.scheduler.api;

import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.Invalid;
import io.tarn.scheduler.chargeback.KeptStatements;
import io.tarn.scheduler.chargeback.MeterColumns;
import io.tarn.scheduler.chargeback.MeterDefinition;
import io.tarn.scheduler.schedule.ScheduledQuery.ScheduledVersion;
import io.tarn.sql.parameter.ParameterDeclaration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a meter is to count: the rows of a statement. It may use `{{window.start}}` and
/// `{{window.end}}`, between which the time of usage is asked for.
///
/// @param name what people call it
/// @param unit what a quantity of 1 is: `invocation`
/// @param query the kept query whose statement is taken; absent with `statement`
/// @param statement the statement; absent with `query`
/// @param parameters what `{{name}}` in the statement stands for; a kept query has its own
/// @param values values of the parameters by name
/// @param columns what the columns of the statement are
public record SaveMeterRequest(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 60) String unit,
    @Nullable @Valid QueryToMeter query,
    @Nullable @Size(max = 50_000) String statement,
    @Nullable List<@NotNull ParameterDeclaration> parameters,
    @Nullable Map<String, Object> values,
    @NotNull @Valid Columns columns) {

  /// A kept query.
  ///
  /// @param id the id of the query
  /// @param version the version whose statement is taken; absent is the newest that the caller sees
  public record QueryToMeter(@NotNull UUID id, @Nullable @Min(1) Integer version) {}

  /// What the columns of a statement are.
  ///
  /// @param quantity how much was used: a number
  /// @param time when it was used: a timestamp
  /// @param payers columns whose values stand on the lines of statements, at most 5; none if absent
  /// @param principalArn ARN of whoever caused it; absent where there is none, as are the others
  /// @param role name of the session's role
  /// @param sessionName name of the session
  /// @param account the account
  /// @param function the function or resource that was used
  public record Columns(
      @NotNull String quantity,
      @NotNull String time,
      @Nullable List<@NotNull String> payers,
      @Nullable String principalArn,
      @Nullable String role,
      @Nullable String sessionName,
      @Nullable String account,
      @Nullable String function) {
    private MeterColumns columns() {
      return new MeterColumns(
          quantity,
          time,
          payers == null ? List.of() : payers,
          principalArn,
          role,
          sessionName,
          account,
          function);
    }
  }

  /// @throws Invalid if there is not just one of statement and query, or no such query
  MeterDefinition definition(TenantId tenant, String grant, KeptStatements kept) {
    if ((query == null) == (statement == null)) {
      throw new Invalid("statement", "must be given, or else query");
    }
    var given = values == null ? Map.<String, Object>of() : values;
    if (query == null) {
      var declared = parameters == null ? List.<ParameterDeclaration>of() : parameters;
      return new MeterDefinition(
          name.strip(), unit.strip(), null, text(), declared, given, columns.columns());
    }
    if (parameters != null) {
      throw new Invalid("parameters", "belong to a statement: a kept query has its own");
    }
    var found = kept.find(tenant, grant, new ScheduledVersion(query.id(), query.version()));
    return new MeterDefinition(
        name.strip(),
        unit.strip(),
        found.query(),
        found.statement(),
        found.parameters(),
        given,
        columns.columns());
  }

  private String text() {
    return statement == null ? "" : statement;
  }
}

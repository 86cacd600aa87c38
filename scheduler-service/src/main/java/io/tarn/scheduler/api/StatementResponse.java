package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.chargeback.Credit;
import io.tarn.scheduler.chargeback.Meter;
import io.tarn.scheduler.chargeback.MonthStatement;
import io.tarn.scheduler.chargeback.StatementLine;
import io.tarn.scheduler.chargeback.StatementLine.PricedQuantity;
import io.tarn.scheduler.chargeback.StatementTotals;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The statement of a month. Decimals are texts, so that nothing rounds them on their way.
///
/// @param month the month, `2026-05`, of UTC
/// @param state open, and then it follows usage, rules and rates; or closed, and then it is frozen
/// @param currency of all amounts, by ISO 4217
/// @param readAt since when all usage is read; absent where some of it never was
/// @param problems why usage could not be read last
/// @param meters those that count, by their ids
/// @param costCentres what each pays, by name
/// @param lines by meter, cost centre, payer and rate
/// @param total sum of the lines' amounts
/// @param credits what was given back of a closed month
/// @param credited sum of the credits
/// @param due total less credits
/// @param closedBy who closed the month; absent while it is open
/// @param closedAt when the month was closed; absent while it is open
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementResponse(
    String month,
    @Pattern(regexp = "open|closed") String state,
    String currency,
    @Nullable Instant readAt,
    List<String> problems,
    List<MeterQuantity> meters,
    List<CostCentreTotal> costCentres,
    List<LineResponse> lines,
    String total,
    List<CreditResponse> credits,
    String credited,
    String due,
    @Nullable String closedBy,
    @Nullable Instant closedAt) {

  /// What a meter counted.
  ///
  /// @param id the id of the meter
  /// @param name what people call it
  /// @param unit what a quantity of 1 is
  /// @param payerColumns names of the columns whose values stand on lines
  /// @param quantity sum of its lines' quantities
  public record MeterQuantity(
      String id, String name, String unit, List<String> payerColumns, String quantity) {}

  /// What a cost centre pays.
  ///
  /// @param name of the cost centre; `unallocated` is what no rule names
  /// @param amount sum of its lines' amounts
  /// @param credited sum of its credits
  /// @param due amount less credits
  public record CostCentreTotal(String name, String amount, String credited, String due) {}

  /// A line of a statement.
  ///
  /// @param id of the line, for the events behind it
  /// @param meter the id of the meter
  /// @param costCentre who pays
  /// @param payer values of the meter's payer columns
  /// @param rateFrom the first day of the rate; absent where no rate was valid
  /// @param prices how much of the quantity cost what: more than one where there are tiers
  /// @param quantity in the meter's unit
  /// @param amount the prices' sum, rounded once to the currency's minor unit, half to even
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LineResponse(
      String id,
      String meter,
      String costCentre,
      List<String> payer,
      @Nullable LocalDate rateFrom,
      List<LinePrice> prices,
      String quantity,
      String amount) {
    static LineResponse of(StatementLine line) {
      return new LineResponse(
          line.id(),
          line.meter(),
          line.costCentre(),
          line.payer(),
          line.rateFrom(),
          line.prices().stream().map(LinePrice::of).toList(),
          line.quantity().toPlainString(),
          line.amount().toPlainString());
    }
  }

  /// A part of a line's quantity.
  ///
  /// @param price of one unit
  /// @param quantity that had this price
  public record LinePrice(String price, String quantity) {
    private static LinePrice of(PricedQuantity part) {
      return new LinePrice(part.price().toPlainString(), part.quantity().toPlainString());
    }
  }

  /// What a cost centre was given back.
  ///
  /// @param id the id of the credit
  /// @param costCentre who got it
  /// @param amount in the statement's currency
  /// @param reason why, in words
  /// @param createdBy who gave it
  /// @param createdAt when it was given
  public record CreditResponse(
      UUID id,
      String costCentre,
      String amount,
      String reason,
      String createdBy,
      Instant createdAt) {
    static CreditResponse of(Credit credit) {
      return new CreditResponse(
          credit.id(),
          credit.costCentre(),
          credit.amount().toPlainString(),
          credit.reason(),
          credit.createdBy(),
          credit.createdAt());
    }
  }

  static StatementResponse of(MonthStatement month) {
    var statement = month.statement();
    var totals = StatementTotals.of(month);
    return new StatementResponse(
        statement.month().toString(),
        month.closedAt() == null ? "open" : "closed",
        statement.currency(),
        month.readAt(),
        month.problems(),
        month.basis().meters().stream().map(meter -> quantity(meter, totals)).toList(),
        totals.costCentres().stream()
            .map(
                one ->
                    new CostCentreTotal(
                        one.name(),
                        one.amount().toPlainString(),
                        one.credited().toPlainString(),
                        one.due().toPlainString()))
            .toList(),
        statement.lines().stream().map(LineResponse::of).toList(),
        statement.total().toPlainString(),
        month.credits().stream().map(CreditResponse::of).toList(),
        totals.credited().toPlainString(),
        totals.due().toPlainString(),
        month.closedBy(),
        month.closedAt());
  }

  private static MeterQuantity quantity(Meter meter, StatementTotals totals) {
    return new MeterQuantity(
        meter.id(),
        meter.definition().name(),
        meter.definition().unit(),
        meter.definition().columns().payers(),
        totals.quantity(meter.id()).toPlainString());
  }
}

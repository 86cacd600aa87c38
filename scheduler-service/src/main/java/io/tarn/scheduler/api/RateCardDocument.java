package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.chargeback.Rate;
import io.tarn.scheduler.chargeback.RateCard;
import io.tarn.scheduler.chargeback.Tier;
import io.tarn.scheduler.chargeback.Versioned;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a tenant's usage costs. Decimals are texts, so that nothing rounds them on their way.
///
/// @param currency of all prices, by ISO 4217: `EUR`
/// @param rates of the meters, at most 1000; those of a meter must not overlap. A day without a
///     rate costs nothing.
/// @param version of the card, in answers; without meaning in requests, which say it in If-Match
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateCardDocument(
    @NotNull @Size(min = 3, max = 3) String currency,
    @NotNull List<@NotNull @Valid RateDocument> rates,
    @Nullable Integer version) {
  private static final String DECIMAL = "-?[0-9]{1,15}(\\.[0-9]{1,12})?";

  /// What a meter's unit costs for a time.
  ///
  /// @param meter the id of the meter
  /// @param validFrom the first day of usage, UTC
  /// @param validTo the day after the last one; absent is for ever
  /// @param tiers 1 to 20, growing
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record RateDocument(
      @NotNull @Size(max = 63) String meter,
      @NotNull LocalDate validFrom,
      @Nullable LocalDate validTo,
      @NotNull List<@NotNull @Valid TierDocument> tiers) {
    private Rate rate() {
      return new Rate(meter, validFrom, validTo, tiers.stream().map(TierDocument::tier).toList());
    }

    private static RateDocument of(Rate rate) {
      return new RateDocument(
          rate.meter(),
          rate.validFrom(),
          rate.validTo(),
          rate.tiers().stream().map(TierDocument::of).toList());
    }
  }

  /// A price up to a quantity of a month and cost centre.
  ///
  /// @param upTo the quantity up to which the price holds, a decimal; absent in the last tier
  /// @param price of one unit, a decimal with at most 12 digits behind the point
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record TierDocument(
      @Nullable @Pattern(regexp = DECIMAL, message = "must be a decimal such as 0.0025")
          String upTo,
      @NotNull @Pattern(regexp = DECIMAL, message = "must be a decimal such as 0.0025")
          String price) {
    private Tier tier() {
      return new Tier(upTo == null ? null : new BigDecimal(upTo), new BigDecimal(price));
    }

    private static TierDocument of(Tier tier) {
      var upTo = tier.upTo();
      return new TierDocument(
          upTo == null ? null : upTo.toPlainString(), tier.price().toPlainString());
    }
  }

  RateCard toCard() {
    return new RateCard(currency, rates.stream().map(RateDocument::rate).toList());
  }

  static RateCardDocument of(Versioned<RateCard> card) {
    return new RateCardDocument(
        card.value().currency(),
        card.value().rates().stream().map(RateDocument::of).toList(),
        card.version());
  }
}

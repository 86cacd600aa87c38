package io.tarn.scheduler.chargeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.scheduler.chargeback.StatementLine.PricedQuantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatementCalculatorTest {
  private static final YearMonth MAY = YearMonth.of(2026, 5);
  private static final int CASES = 200;

  static IntStream seeds() {
    return IntStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumsToTheRecountWhateverTheRules(int seed) {
    // given
    var random = new Random(seed);
    var usage = usage(random);
    var card = card(random);
    // when
    var statement = new StatementCalculator(allocation(random), card).of(MAY, usage);
    // then
    assertThat(Statement.quantities(statement))
        .isEqualTo(Sums.by(usage, Usage::meter, Usage::quantity));
    assertThat(statement.total())
        .isEqualByComparingTo(Sums.of(statement.lines(), StatementLine::amount));
    assertThat(statement.lines()).extracting(StatementLine::id).doesNotHaveDuplicates();
    for (var line : statement.lines()) {
      var isRated = line.rateFrom() != null;
      assertThat(Sums.of(line.prices(), PricedQuantity::quantity))
          .isEqualByComparingTo(isRated ? line.quantity() : BigDecimal.ZERO);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void isTheSameForAnyOrderOfTheUsage(int seed) {
    // given
    var random = new Random(seed);
    var usage = usage(random);
    var calculator = new StatementCalculator(allocation(random), card(random));
    var shuffled = new ArrayList<>(usage);
    Collections.shuffle(shuffled, random);
    // then
    assertThat(calculator.of(MAY, shuffled)).isEqualTo(calculator.of(MAY, usage));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void countsEachDayAtTheRateOfThatDay(int seed) {
    // given
    var random = new Random(seed);
    var usage = usage(random);
    var change = MAY.atDay(2 + random.nextInt(30));
    var card =
        new RateCard(
            "EUR",
            List.of(flat("calls", null, change, "0.10"), flat("calls", change, null, "0.20")));
    // when
    var statement = new StatementCalculator(new Allocation(List.of()), card).of(MAY, usage);
    // then
    var calls = usage.stream().filter(one -> one.meter().equals("calls")).toList();
    var before = calls.stream().filter(one -> one.day().isBefore(change)).toList();
    var after = calls.stream().filter(one -> !one.day().isBefore(change)).toList();
    assertThat(quantityAt(statement, LocalDate.EPOCH))
        .isEqualByComparingTo(Sums.of(before, Usage::quantity));
    assertThat(quantityAt(statement, change)).isEqualByComparingTo(Sums.of(after, Usage::quantity));
  }

  @Test
  void fillsTiersByTheQuantityOfTheMonthAcrossPayersAndRates() {
    // given
    var change = MAY.atDay(16);
    var tiers = List.of(new Tier(decimal("100"), decimal("1")), new Tier(null, decimal("0.5")));
    var cheaper = List.of(new Tier(decimal("150"), decimal("0.4")), new Tier(null, decimal("0")));
    var card =
        new RateCard(
            "EUR",
            List.of(
                new Rate("calls", LocalDate.EPOCH, change, tiers),
                new Rate("calls", change, null, cheaper)));
    var usage =
        List.of(used(1, "a", "60"), used(2, "b", "60"), used(20, "a", "20"), used(21, "a", "30"));
    // when
    var lines = new StatementCalculator(new Allocation(List.of()), card).of(MAY, usage).lines();
    // then
    assertThat(lines)
        .extracting(StatementLine::payer, StatementLine::prices, StatementLine::amount)
        .containsExactly(
            tuple("a", "60.00", priced("1", "60")),
            tuple("a", "12.00", priced("0.4", "30"), priced("0", "20")),
            tuple("b", "50.00", priced("1", "40"), priced("0.5", "20")));
  }

  @ParameterizedTest
  @CsvSource({
    "EUR, 0.005, 1, 0.00",
    "EUR, 0.015, 1, 0.02",
    "EUR, 0.025, 1, 0.02",
    "EUR, 0.0000002, 1000000, 0.20",
    "JPY, 0.5, 1, 0",
    "JPY, 1.5, 1, 2",
    "KWD, 0.0005, 3, 0.002",
    "EUR, 0.000000000001, 123456789012345678901234567890, 123456789012345678.90"
  })
  void roundsALineOnceToTheMinorUnitHalfEven(
      String currency, String price, String quantity, String amount) {
    // given
    var card = new RateCard(currency, List.of(flat("calls", null, null, price)));
    // when
    var statement =
        new StatementCalculator(new Allocation(List.of()), card)
            .of(MAY, List.of(used(1, "a", quantity)));
    // then
    assertThat(statement.lines().getFirst().amount()).isEqualTo(decimal(amount));
    assertThat(statement.total()).isEqualTo(decimal(amount));
  }

  @Test
  void showsUsageWithoutARateAtNoAmount() {
    // when
    var line =
        new StatementCalculator(new Allocation(List.of()), RateCard.NONE)
            .of(MAY, List.of(used(1, "a", "5")))
            .lines()
            .getFirst();
    // then
    assertThat(line.rateFrom()).isNull();
    assertThat(line.prices()).isEmpty();
    assertThat(line.quantity()).isEqualByComparingTo("5");
    assertThat(line.amount()).isEqualTo(decimal("0.00"));
    assertThat(line.costCentre()).isEqualTo(Allocation.UNALLOCATED);
  }

  private static org.assertj.core.groups.Tuple tuple(
      String payer, String amount, PricedQuantity... prices) {
    return org.assertj.core.groups.Tuple.tuple(List.of(payer), List.of(prices), decimal(amount));
  }

  private static PricedQuantity priced(String price, String quantity) {
    return new PricedQuantity(decimal(price), decimal(quantity));
  }

  private static Usage used(int day, String payer, String quantity) {
    return new Usage("calls", MAY.atDay(day), List.of(payer), Dimensions.NONE, decimal(quantity));
  }

  private static BigDecimal quantityAt(Statement statement, LocalDate rateFrom) {
    var lines =
        statement.lines().stream().filter(line -> rateFrom.equals(line.rateFrom())).toList();
    return Sums.of(lines, StatementLine::quantity);
  }

  private static Rate flat(String meter, LocalDate from, LocalDate to, String price) {
    return new Rate(
        meter, from == null ? LocalDate.EPOCH : from, to, List.of(new Tier(null, decimal(price))));
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }

  private static List<Usage> usage(Random random) {
    return IntStream.range(0, 1 + random.nextInt(80)).mapToObj(_ -> oneUsage(random)).toList();
  }

  private static Usage oneUsage(Random random) {
    var role = word(random);
    var function = word(random);
    return new Usage(
        random.nextBoolean() ? "calls" : "bytes",
        MAY.atDay(1 + random.nextInt(31)),
        List.of(function, role),
        new Dimensions("arn:" + role, role, word(random), word(random), function),
        BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(4)));
  }

  private static String word(Random random) {
    return List.of("", "deploy", "Deploy", "orders_api", "orders-api", "x*", "%")
        .get(random.nextInt(7));
  }

  private static Allocation allocation(Random random) {
    return new Allocation(
        IntStream.range(0, random.nextInt(8)).mapToObj(index -> rule(random, index)).toList());
  }

  private static AllocationRule rule(Random random, int index) {
    return new AllocationRule(
        "rule " + index,
        "CC" + random.nextInt(3),
        pattern(random),
        pattern(random),
        pattern(random),
        pattern(random),
        pattern(random),
        random.nextBoolean() ? null : MAY.atDay(1 + random.nextInt(31)),
        random.nextBoolean() ? null : MAY.atDay(1 + random.nextInt(31)));
  }

  private static String pattern(Random random) {
    return random.nextInt(3) > 0
        ? null
        : List.of("*", "*deploy", "orders?api", "arn:*", "?*").get(random.nextInt(5));
  }

  private static RateCard card(Random random) {
    var rates = new ArrayList<Rate>();
    for (var meter : List.of("calls", "bytes")) {
      var from = MAY.atDay(1).minusDays(random.nextInt(20));
      while (from.isBefore(MAY.atEndOfMonth()) && random.nextInt(4) > 0) {
        var to = from.plusDays(1 + random.nextInt(25));
        rates.add(new Rate(meter, from, to, tiers(random)));
        from = to.plusDays(random.nextInt(2));
      }
    }
    var card = new RateCard(List.of("EUR", "JPY", "KWD").get(random.nextInt(3)), rates);
    assertThat(RateRules.violations(card, java.util.Set.of("calls", "bytes"))).isEmpty();
    return card;
  }

  private static List<Tier> tiers(Random random) {
    var tiers = new ArrayList<Tier>();
    var upTo = BigDecimal.ZERO;
    for (int count = random.nextInt(4); count > 0; count--) {
      upTo = upTo.add(BigDecimal.valueOf(1 + random.nextInt(500_000)));
      tiers.add(new Tier(upTo, BigDecimal.valueOf(random.nextInt(1000), 5)));
    }
    tiers.add(new Tier(null, BigDecimal.valueOf(random.nextInt(1000), 5)));
    return tiers;
  }

  @Test
  void namesWhereRatesAreAtFault() {
    // given
    var card =
        new RateCard(
            "EURO",
            List.of(
                flat("calls", MAY.atDay(1), MAY.atDay(10), "1"),
                flat("calls", MAY.atDay(9), null, "-1"),
                flat("nothing", MAY.atDay(9), MAY.atDay(9), "1"),
                new Rate(
                    "bytes",
                    MAY.atDay(1),
                    null,
                    List.of(
                        new Tier(decimal("5"), decimal("1")),
                        new Tier(decimal("5"), decimal("1")),
                        new Tier(decimal("9"), decimal("1"))))));
    // then
    assertThat(RateRules.violations(card, Map.of("calls", 1, "bytes", 1).keySet()))
        .extracting(violation -> violation.field() + " " + violation.reason())
        .containsExactly(
            "currency is no currency of ISO 4217, such as EUR",
            "rates[1].tiers[0].price must not be negative",
            "rates[1].validFrom overlaps rates[0], which is for the same meter",
            "rates[2].meter is no meter",
            "rates[2].validTo must be after validFrom",
            "rates[3].tiers[1].upTo must be more than that of the tier before",
            "rates[3].tiers[2].upTo must be absent in the last tier");
  }
}

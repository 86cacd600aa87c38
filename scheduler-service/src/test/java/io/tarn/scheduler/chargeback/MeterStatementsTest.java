package io.tarn.scheduler.chargeback;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.schema.EventCategory;
import io.tarn.scheduler.schedule.ScheduledQuery;
import io.tarn.sql.EventDataStore;
import io.tarn.sql.OutputColumn;
import io.tarn.sql.Translation;
import io.tarn.sql.TranslationContext;
import io.tarn.sql.Translator;
import io.tarn.sql.parameter.ParameterDeclaration;
import io.tarn.sql.parameter.Parameters;
import io.tarn.sql.parameter.RunWindow;
import io.tarn.sql.parameter.TimeSpan;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The translator takes what meters ask, and knows each column.
class MeterStatementsTest {
  private static final Instant NOW = Instant.parse("2026-06-10T00:00:00Z");
  private static final YearMonth MAY = YearMonth.of(2026, 5);

  static Stream<MeterDefinition> builtIn() {
    return BuiltInMeters.ALL.stream().map(Meter::definition);
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void readsUsageByDay(MeterDefinition meter) {
    // when
    var columns = translated(new MeterStatements(meter).daily()).columns();
    // then
    assertThat(columns.getFirst().type().display()).isEqualTo("date");
    assertThat(columns.get(1).type().display()).startsWith("decimal(38");
    var dimensions =
        MeterStatements.dimensionColumns(meter.columns()).stream().filter(Objects::nonNull).count();
    assertThat(columns).hasSize((int) (2 + meter.columns().payers().size() + dimensions));
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void countsAgain(MeterDefinition meter) {
    assertThat(translated(new MeterStatements(meter).recount()).columns()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void selectsWhatIsBehindALine(MeterDefinition meter) {
    // given
    var payer = meter.columns().payers().stream().map(name -> "it's " + name).toList();
    var line =
        new StatementLine(
            "id",
            "meter",
            "CC'1",
            payer,
            LocalDate.of(2026, 5, 10),
            List.of(),
            BigDecimal.ONE,
            BigDecimal.ONE);
    var rule =
        new AllocationRule(
            "r", "CC'1", "arn:*", "dep_*", "*@*", "1*", "*", MAY.atDay(2), MAY.atDay(30));
    var days = List.of(new Days(MAY.atDay(1), MAY.atDay(5)), new Days(MAY.atDay(9), MAY.atDay(12)));
    // when
    var query = new MeterStatements(meter).behind(line, new Allocation(List.of(rule, rule)), days);
    // then
    assertThat(translated(query).columns())
        .extracting(OutputColumn::name)
        .contains("time", "quantity")
        .containsAnyOf("eventId", "executionId");
    assertThat(query.values()).containsValues(payer.toArray());
    assertThat(query.statement()).doesNotContain("it's");
  }

  @Test
  void takesStatementsOfTheTenantWithWithCommentsAndAnOrder() {
    // given
    var statement =
        """
        WITH calls AS (SELECT eventTime, userIdentity.arn AS who FROM $EDS_ID)
        SELECT eventTime AS at, who, 2.5 AS units FROM calls WHERE who = {{who}} ORDER BY at -- all""";
    var columns = new MeterColumns("units", "AT", List.of("who"), "who", null, null, null, null);
    var who =
        new ParameterDeclaration(
            "who", "text", null, null, true, null, null, null, null, null, null);
    var meter =
        new MeterDefinition("n", "u", null, statement, List.of(who), Map.of("who", "x"), columns);
    // then
    assertThat(translated(new MeterStatements(meter).daily()).columns()).hasSize(4);
    assertThat(translated(new MeterStatements(meter).own()).columns()).hasSize(3);
  }

  @Test
  void findsTheDaysOfALinesRate() {
    // given
    var tiers = List.of(new Tier(null, BigDecimal.ONE));
    var card =
        new RateCard(
            "EUR",
            List.of(
                new Rate("m", MAY.atDay(5), MAY.atDay(10), tiers),
                new Rate("m", MAY.atDay(10), MAY.atDay(20), tiers)));
    // then
    assertThat(LineBasis.days(MAY, line(MAY.atDay(5)), card))
        .containsExactly(new Days(MAY.atDay(5), MAY.atDay(10)));
    assertThat(LineBasis.days(MAY, line(null), card))
        .containsExactly(
            new Days(MAY.atDay(1), MAY.atDay(5)),
            new Days(MAY.atDay(20), MAY.plusMonths(1).atDay(1)));
  }

  private static StatementLine line(LocalDate rateFrom) {
    return new StatementLine(
        "id", "m", "CC", List.of(), rateFrom, List.of(), BigDecimal.ONE, BigDecimal.ONE);
  }

  private static Translation translated(ScheduledQuery query) {
    var declared = ParameterDeclaration.parameters(query.parameters());
    var window =
        RunWindow.of(
            new TimeSpan(
                LocalDateTime.parse("2026-05-01T00:00:00"),
                LocalDateTime.parse("2026-06-01T00:00:00")));
    var bound = Parameters.bind(declared, query.values(), NOW).withWindow(window);
    var id = UUID.randomUUID();
    var store =
        new EventDataStore(
            id,
            "main",
            "arn:aws:cloudtrail:us-east-1:000000000000:eventdatastore/" + id,
            EventCategory.CLOUDTRAIL,
            true);
    return new Translator()
        .translateToRun(
            query.statement(),
            new TranslationContext("t_00000000000000000000000000", List.of(store), NOW, bound));
  }
}

package io.tarn.scheduler.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.chargeback.ChargebackException.Unreadable;
import io.tarn.scheduler.reading.ReadPurpose;
import io.tarn.scheduler.reading.ResultTruncatedException;
import io.tarn.scheduler.reading.TenantReader;
import io.tarn.scheduler.run.Executions.RowVisitor;
import io.tarn.scheduler.run.RunFault.Passing;
import io.tarn.scheduler.run.RunFault.Refused;
import io.tarn.scheduler.run.RunWindow;
import io.tarn.scheduler.schedule.ScheduledQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UsageReaderTest {
  private static final TenantId ACME = Ids.tenantId();
  private static final Meter METER = BuiltInMeters.find("tarn-events");
  private static final Days MAY = new Days(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1));

  @Test
  void readsTextsAndNumbersAsExactDecimals() {
    // given
    var reader = new UsageReader(new PlayedReader("12345678901234567890.000000001"));
    // when
    var usage = reader.usage(ACME, METER, new Days(MAY.from(), MAY.from().plusDays(1)));
    // then
    assertThat(usage)
        .containsExactly(
            new Usage(
                "tarn-events",
                MAY.from(),
                List.of("111122223333"),
                new Dimensions("", "", "", "111122223333", ""),
                new BigDecimal("12345678901234567890.000000001")));
  }

  @Test
  void refusesQuantitiesThatAreNone() {
    var reader = new UsageReader(new PlayedReader("many"));
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> reader.usage(ACME, METER, MAY))
        .withMessageContaining("no quantity that is a number");
  }

  @Test
  void asksUnderAnotherKeyEachTime() {
    // given
    var played = new PlayedReader("1");
    var reader = new UsageReader(played);
    // when
    reader.usage(ACME, METER, MAY);
    reader.usage(ACME, METER, MAY);
    // then
    assertThat(played.keys).hasSize(2).allMatch(key -> key.length() <= 200);
  }

  @Test
  void asksForHalvesOfWhatWouldBeCutOffAndReadsEachDayOnce() {
    // given
    var played = new PlayedReader("1");
    var most = 4;
    // when
    var usage = new UsageReader(new NarrowReader(played, most)).usage(ACME, METER, MAY);
    // then
    assertThat(usage).hasSize(played.windows.size()).hasSizeGreaterThan(31 / most);
    var end = MAY.from();
    for (var window : played.windows) {
      assertThat(window.from()).isEqualTo(end);
      assertThat(window.count()).isLessThanOrEqualTo(most);
      end = window.to();
    }
    assertThat(end).isEqualTo(MAY.to());
  }

  @Test
  void refusesADayThatHasMoreThanAResult() {
    var reader = new UsageReader(new NarrowReader(new PlayedReader("1"), 0));
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> reader.usage(ACME, METER, MAY))
        .withMessageContaining("a day has more rows than a result may have");
  }

  @Test
  void tellsFaultsThatMayPassFromOthers() {
    var problem = Map.<String, Object>of("title", "T", "detail", "Not now.");
    var passing = new UsageReader(new FailingReader(new Passing(problem)));
    var refused = new UsageReader(new FailingReader(new Refused(problem)));
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> passing.usage(ACME, METER, MAY))
        .withMessage("The usage of tarn-events cannot be read: Not now.")
        .matches(Unreadable::mayPass);
    assertThatExceptionOfType(Unreadable.class)
        .isThrownBy(() -> refused.usage(ACME, METER, MAY))
        .matches(fault -> !fault.mayPass());
  }

  /// Usage is read without asking for positions.
  private interface RowsOnly extends TenantReader {
    @Override
    default long position(TenantId tenant, ReadPurpose purpose) {
      throw new UnsupportedOperationException();
    }
  }

  /// One row for the first day of each window.
  private static final class PlayedReader implements RowsOnly {
    private final String quantity;
    private final Set<String> keys = new HashSet<>();
    private final List<Days> windows = new ArrayList<>();

    PlayedReader(String quantity) {
      this.quantity = quantity;
    }

    @Override
    public void read(
        TenantId tenant,
        ReadPurpose purpose,
        String key,
        ScheduledQuery query,
        RunWindow window,
        RowVisitor visitor) {
      assertThat(purpose).isEqualTo(ReadPurpose.CHARGEBACK);
      keys.add(key);
      var days = daysOf(window);
      windows.add(days);
      var day = days.from();
      visitor.columns(List.of("day", "quantity", "key_1", "key_2"));
      visitor.row(row(day.toString(), quantity, "111122223333", "111122223333"));
    }

    private static ArrayNode row(String... values) {
      var row = JsonNodeFactory.instance.arrayNode();
      List.of(values).forEach(row::add);
      return row;
    }
  }

  private static Days daysOf(RunWindow window) {
    var times = (RunWindow.EventTime) window;
    return new Days(
        times.start().atZone(ZoneOffset.UTC).toLocalDate(),
        times.end().atZone(ZoneOffset.UTC).toLocalDate());
  }

  /// Cuts off the results of windows that are wider than so many days.
  private record NarrowReader(TenantReader reader, int most) implements RowsOnly {
    @Override
    public void read(
        TenantId tenant,
        ReadPurpose purpose,
        String key,
        ScheduledQuery query,
        RunWindow window,
        RowVisitor visitor) {
      if (daysOf(window).count() > most) {
        throw new ResultTruncatedException(key);
      }
      reader.read(tenant, purpose, key, query, window, visitor);
    }
  }

  private record FailingReader(RuntimeException failure) implements RowsOnly {
    @Override
    public void read(
        TenantId tenant,
        ReadPurpose purpose,
        String key,
        ScheduledQuery query,
        RunWindow window,
        RowVisitor visitor) {
      throw failure;
    }
  }
}

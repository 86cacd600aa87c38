package io.tarn.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.tarn.common.id.Ids;
import io.tarn.common.schema.EventCategory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Stores of every category take events, side by side in one batch, with their original to the
/// byte.
@QuarkusTest
@OnIngestParts
class CategoriesTest {

  @ParameterizedTest
  @EnumSource(EventCategory.class)
  void keepsTextThatNoColumnCanHoldToTheByte(EventCategory category) {
    // given
    var acme = TestTenant.make("acme");
    var store = store(acme, category);
    var kind = "{\"eventCategory\":\"%s\",".formatted(recorded(category));
    var events = resource("hard-texts.jsonl").replaceAll("(?m)^\\{", kind);

    // when
    acme.put(store.toString(), events.getBytes(StandardCharsets.UTF_8)).statusCode(200);
    acme.awaitReceived(events.lines().count());

    // then
    assertThat(texts("select event_json from " + acme.table(store)))
        .containsExactlyInAnyOrderElementsOf(events.lines().toList());
    assertThat(texts("select aws_region from " + acme.table(store) + " where event_id = 'nul'"))
        .containsExactly("a\uFFFDb\uFFFDc\uD83D\uDE00");
    assertThat(texts("select aws_region from " + acme.table(store) + " where event_id = 'twice'"))
        .containsExactly("last");
  }

  @Test
  void writesEventsOfAllCategoriesThatComeTogether() {
    // given
    var acme = TestTenant.make("acme");
    for (var category : EventCategory.values()) {
      var store = store(acme, category);
      for (int i = 0; i < 40; i++) {
        acme.put(store.toString(), event(category, i).getBytes(StandardCharsets.UTF_8));
      }
    }

    // when
    acme.awaitReceived(40L * EventCategory.values().length);

    // then
    assertThat(acme.counters())
        .containsEntry("stored", 40L * EventCategory.values().length)
        .containsEntry("duplicates", 0L);
    assertThat(TestTenant.rows("select relname from pg_class where relname like 'staging%insight'"))
        .isNotEmpty();
  }

  @Test
  void setsAsideWhatBelongsIntoAStoreOfAnotherCategory() {
    // given
    var acme = TestTenant.make("acme");
    var insights = store(acme, EventCategory.INSIGHT);

    // when
    var answer =
        acme.put(
            insights.toString(),
            (event(EventCategory.INSIGHT, 1) + "\n" + event(EventCategory.CLOUDTRAIL, 2))
                .getBytes(StandardCharsets.UTF_8));

    // then
    answer
        .statusCode(200)
        .body("reasons.reason", equalTo(List.of("other-category")))
        .body("reasons[0].detail", equalTo("CloudTrail, and the store takes Insight"));
    acme.awaitReceived(1);
    assertThat(texts("select event_id from " + acme.table(insights))).containsExactly("1");
    assertThat(texts("select event_id from " + acme.table())).isEmpty();
  }

  @Test
  void keepsNumbersAndStructsOfInsights() {
    // given
    var acme = TestTenant.make("acme");
    var store = store(acme, EventCategory.INSIGHT);

    // when
    acme.put(store.toString(), resource("insight.json").getBytes(StandardCharsets.UTF_8))
        .statusCode(200);
    acme.awaitReceived(1);

    // then
    assertThat(
            TestTenant.rows(
                """
                select insight_context_baseline_average, insight_context_insight_duration,
                       insight_context_attributions_insight__value, struct_presence
                from %s"""
                    .formatted(acme.table(store))))
        .containsExactly(List.of(0.0000882145, 5, "arn:aws:sts::1:assumed-role/a", 15));
  }

  private static UUID store(TestTenant tenant, EventCategory category) {
    var store = Ids.uuid();
    tenant
        .putStore(store, category.value().toLowerCase(Locale.ROOT), category.value(), false)
        .statusCode(204);
    return store;
  }

  private static String event(EventCategory category, int number) {
    return """
        {"eventID":"%d","eventTime":"2026-11-20T10:00:00Z","eventCategory":"%s"}"""
        .formatted(number, recorded(category));
  }

  /// As records of a category say it.
  private static String recorded(EventCategory category) {
    return category == EventCategory.CLOUDTRAIL ? "Management" : category.value();
  }

  private static List<String> texts(String query) {
    return TestTenant.rows(query).stream().map(row -> (String) row.getFirst()).toList();
  }

  private static String resource(String name) {
    try (var file = CategoriesTest.class.getResourceAsStream("/categories/" + name)) {
      return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

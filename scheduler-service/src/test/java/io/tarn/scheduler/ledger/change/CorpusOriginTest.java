package io.tarn.scheduler.ledger.change;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Our origin rules beside three public ways to tell changes of the console, over public events.
@EnabledIfEnvironmentVariable(named = "TARN_CORPUS", matches = ".+")
class CorpusOriginTest {
  private final ObjectMapper json = new ObjectMapper();
  private final Path corpus = Path.of(System.getenv("TARN_CORPUS"));

  @Test
  void agreeAsFarAsThePublicWaysDo() throws IOException {
    // given
    var methods = json.readTree(corpus.resolve("detections/console-changes.json").toFile());
    var second = agents(methods.path("methods").path(1), List.of());
    var third =
        agents(
            methods.path("methods").path(2), List.of("user_agent_prefixes", "user_agent_equals"));
    Predicate<ChangeEvent> flag = ChangeEvent::sessionFromConsole;
    Map<String, Predicate<ChangeEvent>> ways =
        Map.of(
            "flag",
            flag,
            "flag or user agent",
            e -> flag.test(e) || second.test(e),
            "user agent",
            third);

    // when
    var changes = events().stream().filter(e -> WriteEvents.isChange(e, true)).toList();

    // then
    assertThat(changes).hasSizeGreaterThan(500);
    for (var way : ways.entrySet()) {
      var both = changes.stream().filter(e -> isConsole(e) && way.getValue().test(e)).count();
      var ours = changes.stream().filter(e -> isConsole(e) && !way.getValue().test(e)).count();
      var theirs = changes.stream().filter(e -> !isConsole(e) && way.getValue().test(e)).count();
      System.out.printf(
          "%s: of %d changes both say console %d, only we %d, only they %d%n",
          way.getKey(), changes.size(), both, ours, theirs);
      assertThat(both).isPositive();
    }
    // A mark of the service is overruled by what was made otherwise, and each time we say by what.
    assertThat(changes.stream().filter(flag).filter(e -> !isConsole(e)))
        .allSatisfy(
            e ->
                assertThat(OriginRules.find(e, List.of()).origin())
                    .isIn(Origin.ROOT, Origin.CLI, Origin.SERVICE, Origin.INFRASTRUCTURE_AS_CODE));
    // Where all three agree, so do we.
    assertThat(
            changes.stream()
                .filter(e -> ways.values().stream().allMatch(way -> way.test(e)))
                .filter(e -> !"Root".equals(e.caller().type()) && e.caller().invokedBy() == null))
        .isNotEmpty()
        .allMatch(CorpusOriginTest::isConsole);
    assertThat(changes)
        .filteredOn(e -> agent(e).contains("Terraform") && !flag.test(e))
        .isNotEmpty()
        .allSatisfy(
            e ->
                assertThat(OriginRules.find(e, List.of()).origin())
                    .isIn(Origin.INFRASTRUCTURE_AS_CODE, Origin.ROOT, Origin.SERVICE));
  }

  private static boolean isConsole(ChangeEvent event) {
    return OriginRules.find(event, List.of()).origin() == Origin.CONSOLE;
  }

  private static String agent(ChangeEvent event) {
    return event.userAgent() == null ? "" : event.userAgent();
  }

  private static Predicate<ChangeEvent> agents(JsonNode method, List<String> more) {
    var equal = texts(method.path("user_agent_equals"));
    var prefixes = more.isEmpty() ? List.<String>of() : texts(method.path("user_agent_prefixes"));
    var patterns = texts(method.path("user_agent_regex")).stream().map(Pattern::compile).toList();
    return e ->
        equal.contains(agent(e))
            || prefixes.stream().anyMatch(agent(e)::startsWith)
            || patterns.stream().anyMatch(p -> p.matcher(agent(e)).find());
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }

  private List<ChangeEvent> events() throws IOException {
    var found = new ArrayList<ChangeEvent>();
    try (Stream<Path> files = Files.list(corpus.resolve("events"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".jsonl.gz")).toList()) {
        try (var lines =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
          lines.lines().forEach(line -> EventFacts.of(line, null).ifPresent(found::add));
        }
      }
    }
    return found;
  }
}

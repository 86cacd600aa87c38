package io.tarn.acceptance.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.Command;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import io.tarn.acceptance.product.Statements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each statement of `docs/queries` against the ground truth, to the last row.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ThreeQuestionsIT {
  private static final String TENANT = "globex";
  private static final String STORE = "three-questions";
  private static final int EVENTS = 10_000;

  private final Product product = Product.running();
  private final People people = new People(product);
  private Truth truth = new Truth(product.state());
  private String bucket = "";

  @BeforeAll
  void demonstrate() {
    var demo = demo().succeeded();
    truth = truthOf(demo);
    bucket = demo.output().lines().findFirst().orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void answersExactlyWhatHappened(String statement, Function<Truth, List<List<String>>> happened) {
    // given
    var text = text(statement).replace("$EDS_ID", '"' + STORE + '"');
    // when
    var rows = Rows.of(analyst(TENANT), TENANT, text);
    // then
    assertThat(happened.apply(truth)).hasSizeGreaterThan(10);
    assertThat(rows).containsExactlyInAnyOrderElementsOf(happened.apply(truth));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void answersExactlyWhatHappenedInASeededTenant(
      String statement, Function<Truth, List<List<String>>> happened) {
    // given
    var seeded = new Truth(product.state().resolve("demo/initech"));
    // when
    var rows = Rows.of(analyst("initech"), "initech", text(statement));
    // then
    assertThat(rows).containsExactlyInAnyOrderElementsOf(happened.apply(seeded));
  }

  static List<Arguments> questions() {
    return List.of(
        question("commands-in-containers", Truth::commandsInContainers),
        question("console-changes", Truth::consoleChanges),
        question("function-calls", Truth::functionCalls),
        question("function-calls-by-arn", Truth::functionCallsByArn));
  }

  private static Arguments question(String name, Function<Truth, List<List<String>>> happened) {
    return Arguments.of(name, happened);
  }

  @Test
  void takesTheSameDemonstrationInOnlyOnce() {
    // when
    var again = demo().succeeded();
    // then
    assertThat(again.output())
        .containsPattern("stored +0\n")
        .containsPattern("duplicate +10,000\n");
    assertThat(count(TENANT, '"' + STORE + '"')).isEqualTo(EVENTS);
  }

  @Test
  void takesItsFilesFromTheBucketIntoAnotherStore() {
    // given
    var address = bucket.substring(bucket.indexOf("s3://"));
    var created = people.person(TENANT, "tenant-admin").post(stores(), ANOTHER_STORE);
    assertThat(created.status()).isIn(200, 201);
    // when
    var imported = product.tarn("import", TENANT, address, "--store", "from-the-bucket");
    // then
    assertThat(imported.succeeded().output()).containsPattern("stored +10,000\n");
    assertThat(count(TENANT, "\"from-the-bucket\"")).isEqualTo(EVENTS);
  }

  private static final String ANOTHER_STORE =
      "{\"name\":\"from-the-bucket\",\"category\":\"CloudTrail\"}";

  private static String stores() {
    return "/v1/tenants/" + TENANT + "/event-data-stores";
  }

  @Test
  void seedsEachTenantWithActivityOfTheLastQuarter() {
    for (var tenant : List.of("acme", "globex", "initech")) {
      assertThat(count(tenant, "$EDS_ID")).as(tenant).isGreaterThanOrEqualTo(Product.DEMO_EVENTS);
    }
  }

  private Command demo() {
    return product.tarn(
        "demo",
        TENANT,
        "--events",
        Integer.toString(EVENTS),
        "--seed",
        "42",
        "--from",
        "2024-01-01",
        "--to",
        "2024-04-01",
        "--digest-every",
        "P1D",
        "--store",
        STORE);
  }

  private static Truth truthOf(Command demo) {
    var line = demo.output().lines().filter(l -> l.startsWith("Ground truth")).findFirst();
    return new Truth(Path.of(line.orElseThrow().replaceFirst("[^:]*: ", "")));
  }

  private long count(String tenant, String table) {
    var statement = "SELECT count(*) FROM " + table;
    return Long.parseLong(Statements.single(analyst(tenant), tenant, statement));
  }

  private Caller analyst(String tenant) {
    return people.person(tenant, "analyst");
  }

  private static String text(String statement) {
    try {
      return Files.readString(Product.root().resolve("docs/queries/" + statement + ".sql"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

package io.tarn.acceptance.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Allowed dependencies of modules and packages (docs/architecture.md), checked on bytecode.
class ArchitectureTest {
  private static final List<String> ROOTS =
      List.of(
          "io.tarn.ingest",
          "io.tarn.query",
          "io.tarn.catalog",
          "io.tarn.scheduler",
          "io.tarn.edge");
  private static final String[] LAUNCHER = {
    "io.tarn.parts..", "io.tarn.local..", "io.tarn.demo..", "io.tarn.bench..", "io.tarn.cli.."
  };

  /// A bench that starts a process with the translator.
  private static final String OWN_PROCESS = "io.tarn.bench.sql..";

  private static JavaClasses product;

  @BeforeAll
  static void readTheProduct() {
    product = Modules.classes();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.tarn.ingest",
        "io.tarn.query",
        "io.tarn.catalog",
        "io.tarn.scheduler",
        "io.tarn.edge"
      })
  void noServiceImportsAnother(String service) {
    var others =
        ROOTS.stream()
            .filter(root -> !root.equals(service))
            .map(root -> root + "..")
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .because("services share HTTP and topic contracts, and common")
        .check(product);
  }

  @ParameterizedTest
  @ValueSource(strings = {"io.tarn.common..", "io.tarn.service..", "io.tarn.sql.."})
  void sharedModulesDependOnNoService(String shared) {
    noClasses()
        .that()
        .resideInAPackage(shared)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOTS.stream().map(root -> root + "..").toArray(String[]::new))
        .check(product);
  }

  @Test
  void commonIsPlainJava() {
    noClasses()
        .that()
        .resideInAPackage("io.tarn.common..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..", "jakarta..", "org.hibernate..", "io.tarn.service..", "io.tarn.sql..")
        .because("the launcher and the translator use it outside of any service")
        .check(product);
  }

  @Test
  void noServiceKnowsTheLauncherOrTheParts() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOTS.stream().map(root -> root + "..").toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(LAUNCHER)
        .check(product);
  }

  @Test
  void theLauncherIsPlainJava() {
    noClasses()
        .that()
        .resideInAnyPackage(LAUNCHER)
        .and()
        .resideOutsideOfPackage(OWN_PROCESS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "io.tarn.service..", "io.tarn.sql..")
        .because("it starts in a second and holds 100 MB")
        .check(product);
  }

  @Test
  void theProductDoesNotDependOnDemoBenchOrCli() {
    noClasses()
        .that()
        .resideInAnyPackage("io.tarn.parts..", "io.tarn.local..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.tarn.demo..", "io.tarn.bench..", "io.tarn.cli..")
        .because("the product runs without them")
        .check(product);
  }

  @Test
  void onlyTheApiPackageOfAServiceKnowsHttp() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.tarn.ingest..", "io.tarn.query..", "io.tarn.catalog..", "io.tarn.scheduler..")
        .and()
        .resideOutsideOfPackage("..api..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.ws.rs..", "org.jboss.resteasy.reactive..")
        .because("features are called by the API, not shaped by it")
        .check(product);
  }

  @Test
  void theTranslatorIsPlainJava() {
    noClasses()
        .that()
        .resideInAPackage("io.tarn.sql..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus..",
            "jakarta..",
            "org.hibernate..",
            "java.sql..",
            "java.net..",
            "java.time.clock..",
            "io.tarn.service..")
        .because("translations must be testable in milliseconds")
        .check(product);
  }

  @Test
  void onlyParseAndAnalysisKnowTheParser() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.tarn.sql.parse..", "io.tarn.sql.analysis..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.trino.sql..")
        .because("the parser's tree changes between its releases")
        .check(product);
  }

  @Test
  void theTreeKnowsNoEngine() {
    noClasses()
        .that()
        .resideInAnyPackage("io.tarn.sql.tree..", "io.tarn.sql.analysis..", "io.tarn.sql.rule..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.tarn.sql.render..")
        .because("another engine has a render package of its own")
        .check(product);
  }

  @Test
  void entitiesAndRepositoriesStayInTheirFeature() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Entity")
        .or()
        .haveSimpleNameEndingWith("Repository")
        .should()
        .bePackagePrivate()
        .because("what leaves a feature is a record")
        .check(product);
  }

  @Test
  void exceptionsAreMadeWithTheirCause() {
    noClasses()
        .should()
        .callMethod(Throwable.class, "initCause", Throwable.class)
        .because("it throws where the constructor was given a cause, even null")
        .check(product);
  }

  @ParameterizedTest
  @CsvSource({
    "ingest-service, outbox/outbox.sql",
    "query-service, outbox/outbox.sql",
    "query-service, idempotency/idempotency.sql",
    "catalog-service, outbox/outbox.sql",
    "catalog-service, idempotency/idempotency.sql",
    "scheduler-service, outbox/outbox.sql"
  })
  void aServiceHasTheSharedTablesAsTheirCodeKnowsThem(String service, String table)
      throws IOException {
    var shared =
        Modules.ROOT.resolve("service-common/src/main/resources/io/tarn/service").resolve(table);
    var baseline =
        Modules.ROOT
            .resolve(service)
            .resolve("src/main/resources/db/migration/V0001__baseline.sql");
    assertThat(Files.readString(baseline)).contains(withoutItsComment(Files.readString(shared)));
  }

  private static String withoutItsComment(String sql) {
    return sql.substring(sql.indexOf('\n') + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"util", "utils", "misc", "helper", "helpers"})
  void noPackageIsCalledUtilOrMisc(String name) {
    ArchRule rule = noClasses().should().resideInAPackage(".." + name + "..");
    rule.allowEmptyShould(true).check(product);
  }

  @Test
  void everyPackageSaysItsPurposeAndIsNullMarked() throws IOException {
    for (Path sources : Modules.sources()) {
      try (Stream<Path> folders = Files.walk(sources)) {
        assertThat(folders.filter(ArchitectureTest::holdsClasses))
            .allSatisfy(
                folder ->
                    assertThat(folder.resolve("package-info.java"))
                        .content()
                        .contains("///")
                        .contains("@NullMarked"));
      }
    }
  }

  private static boolean holdsClasses(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

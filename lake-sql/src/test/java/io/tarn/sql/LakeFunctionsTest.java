package io.tarn.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.postgres.TenantFixture;
import io.tarn.testing.TestParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The functions of the schema `lake`, called by a tenant's login.
///
/// Each line of `lake-functions/` is an expression of PostgreSQL and the text of its value, or `!`
/// and an SQLSTATE. Each template of `functions.txt` must be an expression of its declared type.
class LakeFunctionsTest {
  private static Connection tenant;

  record Case(String expression, String answer) {
    static Case of(String line) {
      var parts = line.split(" => ", 2);
      return new Case(parts[0].strip(), parts[1].strip());
    }

    @Override
    public String toString() {
      return expression;
    }
  }

  @BeforeAll
  static void connect() throws SQLException {
    var parts = TestParts.running();
    try (var provisioner = parts.connectAs("tarn_ingest")) {
      var login = TenantFixture.create(provisioner, parts.masterSecret()).tenant().schema();
      tenant = parts.connectAs(login);
    }
  }

  @AfterAll
  static void disconnect() throws SQLException {
    tenant.close();
  }

  static List<Case> cases() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/lake-functions"))) {
      return files.sorted().flatMap(LakeFunctionsTest::lines).map(Case::of).toList();
    }
  }

  static List<FunctionLine> templates() {
    return lines(Path.of("src/main/resources/io/tarn/sql/function/functions.txt"))
        .filter(line -> !line.startsWith("refused "))
        .map(FunctionLine::of)
        .filter(line -> !line.template().startsWith("@"))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void answersAsTrinoDoes(Case scenario) {
    // when
    var answer = answer("select (" + scenario.expression() + ")::text");
    // then
    assertThat(answer).isEqualTo(scenario.answer());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("templates")
  void hasATemplateOfItsType(FunctionLine function) {
    // when
    var type = answer("select pg_typeof(" + function.call() + ")");
    // then
    assertThat(type).isEqualTo(function.resultType());
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> !line.isBlank() && !line.startsWith("#"));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String answer(String query) {
    try (var statement = tenant.createStatement();
        var rows = statement.executeQuery(query)) {
      rows.next();
      var value = rows.getString(1);
      return value == null ? "NULL" : value;
    } catch (SQLException failure) {
      return "!" + failure.getSQLState();
    }
  }
}

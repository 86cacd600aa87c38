package io.tarn.bench.sql;

import io.tarn.bench.FigureTable;
import io.tarn.bench.Samples;
import io.tarn.sql.StatementException;
import io.tarn.sql.Translator;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long the translator takes, warm, for the statements of the classes and, where `TARN_CORPUS`
/// tells of a corpus, for those published ones that can be translated.
///
/// @param cpu of it what the thread worked, which does not depend on who else uses the machine
record TranslationTimes(int statements, Samples millis, Samples cpu) {
  private static final int WARM_UPS = 100;
  private static final int ROUNDS = 100;
  private static final double GOAL_MILLIS = 5;
  private static final double NANOS_A_MILLI = 1e6;

  /// What stands in place of a store's name in published statements.
  private static final Pattern PLACEHOLDER =
      Pattern.compile("(?i)\\b((?:from|join)\\s+)(<[^>]*>|\\{+[^}]*\\}+|[\\w$-]+)");

  static TranslationTimes measure(SqlTenant tenant, List<String> classes) throws IOException {
    var translator = new Translator();
    var context = tenant.context();
    var statements = new ArrayList<>(classes);
    for (var published : published()) {
      try {
        translator.translate(published, context);
        statements.add(published);
      } catch (StatementException _) {
        // refused: nothing to measure
      }
    }
    var threads = ManagementFactory.getThreadMXBean();
    var millis = new Samples();
    var cpu = new Samples();
    for (var round = 0; round < WARM_UPS + ROUNDS; round++) {
      for (var statement : statements) {
        var start = System.nanoTime();
        var worked = threads.getCurrentThreadCpuTime();
        translator.translate(statement, context);
        if (round >= WARM_UPS) {
          millis.add((System.nanoTime() - start) / NANOS_A_MILLI);
          cpu.add((threads.getCurrentThreadCpuTime() - worked) / NANOS_A_MILLI);
        }
      }
    }
    return new TranslationTimes(statements.size(), millis, cpu);
  }

  private static List<String> published() throws IOException {
    var corpus = Optional.ofNullable(System.getenv("TARN_CORPUS")).filter(name -> !name.isBlank());
    if (corpus.isEmpty()) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    try (var files = Files.newDirectoryStream(Path.of(corpus.get(), "queries"), "lake-*.sql")) {
      for (var file : files) {
        texts.add(PLACEHOLDER.matcher(Files.readString(file)).replaceAll("$1\\$EDS_ID"));
      }
    }
    return texts;
  }

  /// Prints the quantiles; false if the goal is missed.
  boolean print(PrintStream out) {
    var table = new FigureTable("translation of %d statements".formatted(statements), "p50", "p99");
    table.add("elapsed ms", shown(millis, 0.5), shown(millis, 0.99));
    table.add("ms of a core", shown(cpu, 0.5), shown(cpu, 0.99));
    table.print(out);
    return millis.quantile(0.99) <= GOAL_MILLIS;
  }

  private static String shown(Samples samples, double share) {
    return "%.2f".formatted(samples.quantile(share));
  }
}

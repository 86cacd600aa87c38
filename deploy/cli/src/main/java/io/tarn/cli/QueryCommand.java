package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeException;
import io.tarn.local.edge.Statements;
import io.tarn.local.output.ErrorMark;
import io.tarn.local.product.Settings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `tarn query`: runs a statement and prints its rows. [QueryArguments] reads its arguments; the
/// annotations here are for `--help`.
@Command(
    name = "query",
    description = {
      "Runs a statement as the tenant and prints the rows.",
      "",
      "  tarn query <tenant> '<statement>'     the statement itself; it may begin with comments",
      "  tarn query <tenant> --file <path>     from a file",
      "  tarn query <tenant> -                 from standard input",
      "  tarn query <tenant> --saved <query>   a kept query, by its title or its id",
      "",
      "  --value <name>=<value>                value of a parameter of the kept query; repeated for",
      "                                        more parameters, and for the items of a list",
      "",
      "  --format table|csv|json|ndjson        how to print (table)",
      "  --as <role>                           in which role to ask (analyst)",
      "",
      "Exit code 0 only when the statement finished."
    })
final class QueryCommand implements Runnable {
  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  static int run(String... words) {
    if (Arrays.asList(words).contains("--help") || Arrays.asList(words).contains("-h")) {
      CommandLine.usage(new QueryCommand(), System.out);
      return 0;
    }
    try {
      return run(QueryArguments.read(List.of(words)));
    } catch (IllegalArgumentException misunderstood) {
      System.err.println(misunderstood.getMessage());
      return CommandLine.ExitCode.USAGE;
    } catch (IOException failure) {
      return Tarn.complain(failure);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static int run(QueryArguments arguments) throws IOException, InterruptedException {
    var statement = arguments.saved() == null ? arguments.text(System.in) : "";
    try (var edge =
        EdgeConnection.open(Settings.ofEnvironment(), arguments.tenant(), arguments.role())) {
      var statements = new Statements(edge, arguments.tenant());
      String id;
      if (arguments.saved() == null) {
        id = statements.submit(statement);
      } else {
        var query = KeptQuery.named(edge, arguments.tenant(), arguments.saved());
        statement = query.statement();
        id = statements.submit(query.id(), query.values(arguments.values()));
      }
      var run = finish(statements, id);
      if (!"FINISHED".equals(run.path("state").asText())) {
        explain(statement, run.path("problem"), run.path("state").asText());
        return CommandLine.ExitCode.SOFTWARE;
      }
      statements.write(run, arguments.format().writer(System.out));
      return 0;
    } catch (EdgeException refused) {
      explain(statement, refused.problem(), String.valueOf(refused.getMessage()));
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  /// Waits; a Ctrl-C meanwhile cancels the run.
  private static JsonNode finish(Statements statements, String id)
      throws IOException, InterruptedException {
    var running = new AtomicReference<>(id);
    var cancel =
        new Thread(
            () -> cancel(statements, Objects.requireNonNullElse(running.get(), "")), "cancel");
    Runtime.getRuntime().addShutdownHook(cancel);
    try {
      return statements.await(id);
    } finally {
      running.set("");
    }
  }

  private static void cancel(Statements statements, String id) {
    if (id.isEmpty()) {
      return;
    }
    try {
      statements.cancel(id);
    } catch (IOException | InterruptedException failure) {
      System.err.println("The statement could not be cancelled: " + failure.getMessage());
    }
  }

  private static void explain(String statement, JsonNode problem, String otherwise) {
    var text = problem.path("detail").asText(problem.path("title").asText(otherwise));
    if (!problem.hasNonNull("line")) {
      System.err.println(text);
      return;
    }
    var line = problem.path("line").asInt();
    var column = problem.path("column").asInt(1);
    System.err.printf("line %d, column %d: %s%n", line, column, text);
    var mark = ErrorMark.of(statement, line, column, problem.path("length").asInt(1));
    if (!mark.isEmpty()) {
      System.err.println(mark);
    }
    if (problem.hasNonNull("hint")) {
      System.err.println(problem.path("hint").asText());
    }
  }
}

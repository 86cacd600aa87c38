package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.edge.EdgeException;
import io.tarn.local.product.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `tarn export`: runs a statement, exports its result to the tenant's bucket, and fetches the
/// files. [ExportArguments] reads its arguments; the annotations here are for `--help`.
@Command(
    name = "export",
    description = {
      "Runs a statement, exports its result to the tenant's bucket, and fetches the files.",
      "",
      "  tarn export <tenant> '<statement>'    the statement; it may begin with comments",
      "",
      "  --format csv|ndjson|parquet           the form of the files (csv)",
      "  --to <folder>                         where the files go (a folder with the execution's id)",
      "  --as <role>                           in which role to ask (analyst)",
      "",
      "The files lie flat in the folder: result_1.csv.gz and so on, result_statement.dsse.json,",
      "and result_sign.json. Exit code 0 only when all of them are there."
    })
final class ExportCommand implements Runnable {
  private static final Set<String> ENDS = Set.of("succeeded", "failed", "cancelled");
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  static int run(String... words) {
    if (Arrays.asList(words).contains("--help") || Arrays.asList(words).contains("-h")) {
      CommandLine.usage(new ExportCommand(), System.out);
      return 0;
    }
    try {
      return run(ExportArguments.read(List.of(words)));
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

  private static int run(ExportArguments arguments) throws IOException, InterruptedException {
    try (var edge =
        EdgeConnection.open(Settings.ofEnvironment(), arguments.tenant(), arguments.role())) {
      var exports = "/v1/tenants/%s/exports".formatted(arguments.tenant());
      var request = Map.of("statement", arguments.statement(), "format", arguments.format());
      var made = edge.post(exports, request, UUID.randomUUID().toString());
      var export = await(edge, exports + "/" + made.path("id").asText());
      if (!"succeeded".equals(export.path("state").asText())) {
        System.err.println(faultOf(export));
        return CommandLine.ExitCode.SOFTWARE;
      }
      fetch(edge, exports, export, arguments.folder(export.path("execution").asText()));
      return 0;
    } catch (EdgeException refused) {
      var detail = refused.problem().path("detail").asText(String.valueOf(refused.getMessage()));
      System.err.println(detail);
      return CommandLine.ExitCode.SOFTWARE;
    }
  }

  private static JsonNode await(EdgeClient edge, String path)
      throws IOException, InterruptedException {
    var export = edge.get(path);
    while (!ENDS.contains(export.path("state").asText())) {
      Thread.sleep(BETWEEN_LOOKS);
      export = edge.get(path);
    }
    return export;
  }

  private static String faultOf(JsonNode export) {
    var problem = export.path("problem");
    var reason = export.path("reason").asText("no reason is told");
    return problem.path("detail").asText(problem.path("title").asText(reason));
  }

  private static void fetch(EdgeClient edge, String exports, JsonNode export, Path folder)
      throws IOException, InterruptedException {
    Files.createDirectories(folder);
    for (var name : names(export)) {
      var path = "%s/%s/files/%s".formatted(exports, export.path("id").asText(), name);
      edge.download(path, folder.resolve(name));
    }
    System.out.printf(
        "%d rows in %d file(s) at %s%n",
        export.path("rows").asLong(), export.path("files").size(), export.path("folder").asText());
    System.out.println("Fetched to " + folder.toAbsolutePath().normalize());
  }

  private static List<String> names(JsonNode export) {
    var names = new ArrayList<String>();
    export.path("files").forEach(file -> names.add(file.path("name").asText()));
    names.add("result_statement.dsse.json");
    names.add("result_sign.json");
    return names;
  }
}

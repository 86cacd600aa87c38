package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.edge.EdgeClient;
import io.tarn.local.product.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn catalogue`: kept queries as files, which a folder under version control can hold.
@Command(
    name = "catalogue",
    description = {
      "Kept queries as files. docs/query-files.md says what is in a file.",
      "With --tenant they are the queries of a tenant, else the operator's for customers."
    },
    subcommands = {
      CatalogueCommand.Export.class,
      CatalogueCommand.Import.class,
      CatalogueCommand.Apply.class
    },
    mixinStandardHelpOptions = true)
final class CatalogueCommand implements Runnable {
  private static final String ADMIN = "tenant-admin";
  private static final String OPERATOR = "operator";

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }

  /// What all of them ask for.
  static final class Common {
    @Parameters(index = "0", description = "The folder.")
    private Path folder = Path.of("");

    @Option(names = "--dry-run", description = "Say what would be done, and change nothing.")
    private boolean isDryRun;

    @Option(
        names = "--as",
        description =
            "Role of the demo user; tenant-admin with a tenant, else operator (or platform-admin).")
    private @Nullable String role;

    QueryFolder folder() {
      return new QueryFolder(folder);
    }

    EdgeClient connect(@Nullable String tenant) throws IOException {
      var standard = tenant == null ? OPERATOR : ADMIN;
      return EdgeConnection.open(
          Settings.ofEnvironment(), tenant == null ? "" : tenant, role == null ? standard : role);
    }

    void end(ImportedQueries report) {
      System.out.println((isDryRun ? "Dry run: " : "") + report.sum());
    }
  }

  private static String address(@Nullable String tenant) {
    return tenant == null ? "/v1/catalogue" : "/v1/tenants/%s/catalogue".formatted(tenant);
  }

  /// `tarn catalogue export`.
  @Command(
      name = "export",
      description = {
        "Writes queries into a folder, a file each.",
        "Files of other queries stay as they are.",
        "Exit code 0 when all were written."
      },
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Option(names = "--tenant", description = "Slug of the tenant; else the operator's queries.")
    private @Nullable String tenant;

    @Option(
        names = "--place",
        description =
            "Whose queries, as the tenant sees them: library, operator or tenant (tenant).")
    private @Nullable String place;

    @Override
    public Integer call() throws IOException, InterruptedException {
      if (tenant == null && place != null) {
        throw new IllegalArgumentException("--place wants a --tenant, who sees the queries.");
      }
      var folder = common.folder();
      var report = new ImportedQueries(System.out);
      try (var edge = common.connect(tenant)) {
        var export = address(tenant) + "/export" + (place == null ? "" : "?place=" + place);
        for (var exported : edge.list(export)) {
          var path = folder.freePath(exported.path("path").asText());
          var file = new QueryFolder.File(path, exported.path("text").asText());
          report.line(folder.write(file, common.isDryRun).toString(), path);
        }
      }
      common.end(report);
      return 0;
    }
  }

  /// `tarn catalogue import`.
  @Command(
      name = "import",
      description = {
        "Keeps the files .sql of a folder, and of those in it, as queries.",
        "A query of the same category and title gets a new version. Constants that could be",
        "parameters are named.",
        "Exit code 0 when no file was rejected."
      },
      mixinStandardHelpOptions = true)
  static final class Import implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Option(names = "--tenant", description = "Slug of the tenant; else the operator's queries.")
    private @Nullable String tenant;

    @Override
    public Integer call() throws IOException, InterruptedException {
      var content = common.folder().read();
      var report = new ImportedQueries(System.out);
      content.unreadable().forEach(report::reject);
      var fitting = new ArrayList<QueryFolder.File>();
      for (var file : content.files()) {
        if (QueryBatches.sizeOf(file) > QueryBatches.LARGEST) {
          report.reject(file.path(), "is too large");
        } else {
          fitting.add(file);
        }
      }
      try (var edge = common.connect(tenant)) {
        var address = "%s/import?dryRun=%s".formatted(address(tenant), common.isDryRun);
        for (var batch : QueryBatches.of(fitting)) {
          edge.post(address, Map.of("files", batch)).path("items").forEach(report::add);
        }
      }
      common.end(report);
      return report.hasRejected() ? 1 : 0;
    }
  }

  /// `tarn catalogue apply`.
  @Command(
      name = "apply",
      description = {
        "Makes the operator's queries those of a folder: what has no file is deleted.",
        "Nothing is changed where a file would be rejected. Customers see a new version",
        "once it is published.",
        "Exit code 0 when the queries are those of the folder."
      },
      mixinStandardHelpOptions = true)
  static final class Apply implements Callable<Integer> {
    @Mixin private Common common = new Common();

    @Override
    public Integer call() throws IOException, InterruptedException {
      var content = common.folder().read();
      refuseParts(content);
      var report = new ImportedQueries(System.out);
      try (var edge = common.connect(null)) {
        var trial = apply(edge, content, true);
        var isRejected =
            trial.stream().anyMatch(file -> file.path("outcome").asText().equals("rejected"));
        var results = isRejected || common.isDryRun ? trial : apply(edge, content, false);
        results.forEach(report::add);
        common.end(report);
        if (isRejected) {
          System.err.println("Nothing was changed.");
        }
        return report.hasRejected() ? 1 : 0;
      }
    }

    private static List<JsonNode> apply(
        EdgeClient edge, QueryFolder.Content content, boolean isDryRun)
        throws IOException, InterruptedException {
      var address = "%s/import?whole=true&dryRun=%s".formatted(address(null), isDryRun);
      var results = new ArrayList<JsonNode>();
      edge.post(address, Map.of("files", content.files())).path("items").forEach(results::add);
      return results;
    }

    /// A part of the folder must never be taken for all of it.
    private static void refuseParts(QueryFolder.Content content) throws IOException {
      if (!content.unreadable().isEmpty()) {
        var first = content.unreadable().entrySet().iterator().next();
        throw new IOException(first.getKey() + " " + first.getValue() + "; nothing was changed.");
      }
      if (content.files().isEmpty()) {
        throw new IOException("There is no file .sql in the folder; nothing was changed.");
      }
      var size = content.files().stream().mapToLong(QueryBatches::sizeOf).sum();
      if (size > QueryBatches.LARGEST || content.files().size() > 2 * QueryBatches.MOST_FILES) {
        throw new IOException(
            "The folder is too large to be applied at once (%,d files, %,d bytes); nothing was changed."
                    .formatted(content.files().size(), size)
                + " Use tarn catalogue import.");
      }
    }
  }
}

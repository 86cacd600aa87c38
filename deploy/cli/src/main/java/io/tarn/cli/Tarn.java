package io.tarn.cli;

import io.tarn.parts.PartException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line. Exit codes: 0 done, 1 failed, 2 not understood.
@Command(
    name = "tarn",
    description = "Runs Tarn on this machine and asks it questions.",
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      QueryCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      VerifyCommand.class,
      KeysCommand.class,
      CatalogueCommand.class,
      DemoCommand.class,
      EnvCommand.class,
      TokenCommand.class,
      TranslateCommand.class,
      DevCommand.class,
      BenchCommand.class,
      AdrCommand.class
    },
    footer = {
      "",
      "Commands of the script itself: test [module] [name], check, format, docs.",
      "Each command has a --help of its own.",
      "",
      "TARN_STATE is the folder of the state (.tarn), TARN_PORT_OFFSET moves all ports, TARN_DEMO_EVENTS is",
      "the number of events of each demo tenant at the first start (50000). A part that runs elsewhere is named by",
      "TARN_POSTGRES_URL, TARN_KAFKA_BOOTSTRAP_SERVERS, TARN_S3_ENDPOINT or TARN_OIDC_ISSUER. See",
      "docs/guides/external-parts.md."
    },
    mixinStandardHelpOptions = true)
public final class Tarn implements Runnable {
  public static void main(String[] arguments) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    if (arguments.length > 0 && arguments[0].equals("query")) {
      return QueryCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
    if (arguments.length > 0 && arguments[0].equals("export")) {
      return ExportCommand.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }
    return new CommandLine(new Tarn())
        .setExecutionExceptionHandler((failure, _, _) -> complain(failure))
        .execute(arguments);
  }

  /// Prints the failure in one line; unexpected exceptions with their class.
  static int complain(Exception failure) {
    var message = failure.getMessage();
    var isForPeople =
        failure instanceof PartException
            || failure instanceof java.io.IOException
            || failure instanceof IllegalArgumentException;
    System.err.println(isForPeople && message != null ? message : failure.toString());
    return CommandLine.ExitCode.SOFTWARE;
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}

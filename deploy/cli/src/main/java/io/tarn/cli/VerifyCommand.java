package io.tarn.cli;

import io.tarn.cli.verify.BucketSource;
import io.tarn.cli.verify.ExportSource;
import io.tarn.cli.verify.ExportVerifier;
import io.tarn.cli.verify.Finding;
import io.tarn.cli.verify.FolderSource;
import io.tarn.cli.verify.VerificationReport;
import io.tarn.cli.verify.ZipSource;
import io.tarn.common.proof.PublicKeys;
import io.tarn.local.product.Settings;
import io.tarn.local.sending.S3Bucket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tarn verify`: verifies an exported result or a signed document.
@Command(
    name = "verify",
    description = {
      "Verifies an exported result: that its files are those that were signed,",
      "complete and unchanged, and what the signed statement says of them. Signed",
      "reports of changes and statements of chargeback are verified in the same way.",
      "Nothing is unpacked to the disk.",
      "",
      "The keys are those of --keys (./tarn keys export, or for exports of CloudTrail",
      "Lake what aws cloudtrail list-public-keys prints), without it those of the",
      "product that runs here; they are never taken from what is verified. With --keys",
      "no service and no network is needed. A bucket is read with the variables",
      "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_ENDPOINT_URL_S3."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:valid",
      "1:the keys could not be fetched",
      "2:the command was not understood",
      "3:not readable: missing or garbage, or not in the form that was written",
      "4:a file has other content, is missing, or is not listed",
      "5:a signature is not that of its key",
      "6:the key is not in the list of keys, or was not valid at that time",
      "7:sign file, statement, files or the tenant asked for do not agree"
    },
    mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {
  private static final Pattern S3 = Pattern.compile("s3://([^/]+)(?:/(.*))?");
  private static final int UNREADABLE = Finding.Kind.UNREADABLE.exitCode();

  @Parameters(
      index = "0",
      paramLabel = "folder, zip or s3://bucket/prefix",
      description = "The export.")
  private String export = "";

  @Option(names = "--keys", paramLabel = "file", description = "File with the public keys.")
  private @Nullable Path keys;

  @Option(
      names = "--tenant",
      paramLabel = "tenant",
      description = "Id or slug of the tenant whose result it has to be.")
  private @Nullable String tenant;

  @Override
  public Integer call() throws IOException, InterruptedException {
    PublicKeys trusted;
    if (keys == null) {
      trusted = KeyFile.fetch(Settings.ofEnvironment());
    } else {
      try {
        trusted = KeyFile.read(keys);
      } catch (IOException unreadable) {
        return complain(String.valueOf(unreadable.getMessage()));
      }
    }
    try (var source = source()) {
      var verification = new ExportVerifier(trusted, tenant).verify(source);
      new VerificationReport(verification).print(System.out, System.err);
      return verification.exitCode();
    } catch (IOException unreadable) {
      return complain("%s cannot be read: %s".formatted(export, unreadable.getMessage()));
    }
  }

  private static int complain(String message) {
    System.err.println(message);
    return UNREADABLE;
  }

  private ExportSource source() throws IOException {
    var s3 = S3.matcher(export);
    if (s3.matches()) {
      var prefix = s3.group(2) == null ? "" : s3.group(2);
      return new BucketSource(S3Bucket.ofEnvironment(s3.group(1), System.getenv()), prefix);
    }
    try {
      var path = Path.of(export);
      if (Files.isDirectory(path)) {
        return new FolderSource(path);
      }
      if (!Files.isRegularFile(path)) {
        throw new IOException("there is no such folder or zip");
      }
      return new ZipSource(path);
    } catch (InvalidPathException noPath) {
      throw new IOException("there is no such folder or zip", noPath);
    }
  }
}

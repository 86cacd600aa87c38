package io.tarn.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.local.product.Settings;
import io.tarn.parts.PartException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `tarn env`: environment variables for the AWS CLI and SDKs, as lines for a shell.
@Command(
    name = "env",
    description = {
      "Prints exports for the AWS CLI and SDKs: eval \"$(./tarn env acme)\".",
      "The lines for S3 are for the role tenant-admin."
    },
    mixinStandardHelpOptions = true)
final class EnvCommand implements Callable<Integer> {
  private static final String OWNER = "tenant-admin";

  @Parameters(index = "0", description = "Slug of the tenant.")
  private String tenant = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      defaultValue = OWNER,
      description = "A role in the tenant (${DEFAULT-VALUE}).")
  private String role = OWNER;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var settings = Settings.ofEnvironment();
    try (var edge = EdgeConnection.open(settings, tenant, role)) {
      var store =
          edge.list("/v1/tenants/%s/event-data-stores".formatted(tenant)).stream()
              .filter(found -> found.path("isDefault").asBoolean())
              .findFirst()
              .orElseThrow(() -> new PartException("The tenant has no default event data store."));
      var variables = shared(settings, store.path("arn").asText());
      if (role.equals(OWNER)) {
        putS3(variables, edge.get("/v1/tenants/%s/results-bucket".formatted(tenant)));
      }
      variables.forEach((name, value) -> System.out.println(line(name, value)));
      return 0;
    }
  }

  private static Map<String, String> shared(Settings settings, String arn) {
    var variables = new LinkedHashMap<String, String>();
    variables.put("AWS_ENDPOINT_URL_CLOUDTRAIL", settings.publicUrl());
    variables.put("AWS_ENDPOINT_URL_CLOUDTRAIL_DATA", settings.publicUrl());
    variables.put("AWS_REGION", region(arn));
    variables.put("TARN_EVENT_DATA_STORE", arn);
    return variables;
  }

  private static void putS3(Map<String, String> variables, JsonNode bucket) {
    variables.put("AWS_ENDPOINT_URL_S3", bucket.path("endpoint").asText());
    variables.put("TARN_S3_ACCESS_KEY_ID", bucket.path("accessKeyId").asText());
    variables.put("TARN_S3_SECRET_ACCESS_KEY", bucket.path("secretAccessKey").asText());
    variables.put("TARN_RESULTS_BUCKET", bucket.path("bucket").asText());
  }

  /// The region of an ARN, which is its fourth part.
  static String region(String arn) {
    var parts = arn.split(":", -1);
    return parts.length > 3 && !parts[3].isEmpty() ? parts[3] : "us-east-1";
  }

  /// A line with the value quoted for a shell.
  static String line(String name, String value) {
    return "export %s='%s'".formatted(name, value.replace("'", "'\\''"));
  }
}

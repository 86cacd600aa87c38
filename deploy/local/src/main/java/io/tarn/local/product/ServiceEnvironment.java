package io.tarn.local.product;

import io.tarn.local.realm.DemoUser;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/// The environment variables that a service is started with.
public final class ServiceEnvironment {
  private final Settings settings;
  private final Secrets secrets;

  public ServiceEnvironment(Settings settings, Secrets secrets) {
    this.settings = settings;
    this.secrets = secrets;
  }

  public Map<String, String> of(Service service) throws IOException {
    var variables = new LinkedHashMap<String, String>();
    putShared(variables, service);
    switch (service) {
      case WEB_UI -> putConsole(variables);
      case CATALOG -> {
        putPostgres(variables, service);
        putS3(variables);
        putFirstAdmin(variables);
      }
      case INGEST, QUERY, SCHEDULER -> {
        putPostgres(variables, service);
        putS3(variables);
      }
    }
    return variables;
  }

  private void putShared(Map<String, String> variables, Service service) throws IOException {
    var addresses = settings.addresses();
    variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    variables.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(addresses)));
    variables.put("TARN_KAFKA_BOOTSTRAP_SERVERS", settings.kafkaBootstrapServers());
    variables.put("TARN_MASTER_SECRET_FILE", secrets.masterFile().toString());
    variables.put("TARN_OIDC_ISSUER", settings.issuer());
    variables.put("TARN_PUBLIC_URL", settings.publicUrl());
    variables.put("TARN_CATALOG_URL", Addresses.url(addresses.catalog()));
    variables.put("TARN_INGEST_URL", Addresses.url(addresses.ingest()));
    variables.put("TARN_QUERY_URL", Addresses.url(addresses.query()));
    variables.put("TARN_SCHEDULER_URL", Addresses.url(addresses.scheduler()));
  }

  private void putPostgres(Map<String, String> variables, Service service) {
    variables.put("TARN_POSTGRES_URL", settings.postgresUrl());
    variables.put("TARN_POSTGRES_USER", service.login());
    variables.put("TARN_POSTGRES_PASSWORD", secrets.postgresLogin(service.login()));
  }

  private void putS3(Map<String, String> variables) {
    variables.put("TARN_S3_ENDPOINT", settings.s3Endpoint());
    variables.put("TARN_S3_ACCESS_KEY_ID", settings.s3AccessKeyId());
    variables.put(
        "TARN_S3_SECRET_ACCESS_KEY",
        settings
            .besides(Replaceable.S3, "TARN_S3_SECRET_ACCESS_KEY")
            .orElseGet(() -> secrets.s3Identity("services")));
  }

  private void putConsole(Map<String, String> variables) {
    variables.put(
        "QUARKUS_MANAGEMENT_PORT", Integer.toString(settings.addresses().webUiManagement()));
    variables.put(
        "TARN_OIDC_CLIENT_SECRET_FILE",
        settings
            .besides(Replaceable.KEYCLOAK, "TARN_OIDC_CLIENT_SECRET_FILE")
            .orElseGet(() -> secrets.consoleClientSecretFile().toString()));
  }

  private void putFirstAdmin(Map<String, String> variables) {
    if (settings.hasDemo()) {
      variables.put(
          "TARN_BOOTSTRAP_ADMIN_SUBJECT",
          settings.issuer() + "|" + DemoUser.PLATFORM_ADMIN.subject());
    }
  }
}

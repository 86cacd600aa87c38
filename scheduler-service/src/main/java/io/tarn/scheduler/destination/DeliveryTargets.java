package io.tarn.scheduler.destination;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.config.DestinationConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.destination.Destination.AssumedRole;
import io.tarn.scheduler.destination.Destination.StaticKey;
import io.tarn.scheduler.destination.DestinationException.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/// Opens buckets to deliver to.
@ApplicationScoped
public class DeliveryTargets {
  private static final Duration CALL = Duration.ofMinutes(3);

  private final Transactions transactions;
  private final DestinationRows rows;
  private final AddressGuard guard;
  private final DestinationConfig config;
  private final MasterSecret secret;

  DeliveryTargets(
      Transactions transactions,
      DestinationRows rows,
      AddressGuard guard,
      DestinationConfig config,
      MasterSecret secret) {
    this.transactions = transactions;
    this.rows = rows;
    this.guard = guard;
    this.config = config;
    this.secret = secret;
  }

  /// Opens the tenant's own bucket, or a destination of the tenant. The caller closes it.
  ///
  /// @param destination null is the own bucket
  /// @throws NotFound if there is no such destination
  public DeliveryTarget open(TenantId tenant, @Nullable UUID destination, DeliveryPlace own) {
    return destination == null ? open(own.bucket()) : open(tenant, destination);
  }

  private DeliveryTarget open(DeliveryPlace.OwnBucket own) {
    var http = GuardedHttp.trusting(config);
    var identity = identity(own.accessKeyId(), own.secretAccessKey());
    var client = client(own.endpoint(), own.region(), identity, http);
    return new DeliveryTarget(client, own.bucket(), own.prefix(), http::close);
  }

  private DeliveryTarget open(TenantId tenant, UUID id) {
    var destination =
        transactions.in(connection -> rows.find(connection, tenant, id)).orElseThrow(NotFound::new);
    var place = destination.place();
    if (!guard.isListed(place.endpoint())) {
      throw new S3Fault.Forbidden("The endpoint is not in the operator's list of hosts any more.");
    }
    var http = GuardedHttp.guarded(config, guard);
    return switch (destination.access()) {
      case StaticKey(var accessKeyId) -> {
        var identity = identity(accessKeyId, secretOf(tenant, id));
        var client = client(place.endpoint(), place.region(), identity, http);
        yield new DeliveryTarget(client, place.bucket(), place.prefix(), http::close);
      }
      case AssumedRole(var roleArn) -> openByRole(tenant, destination, roleArn, http);
    };
  }

  private DeliveryTarget openByRole(
      TenantId tenant, Destination destination, String roleArn, SdkHttpClient http) {
    var place = destination.place();
    var sts =
        StsClient.builder()
            .endpointOverride(stsOf(place.region()))
            .region(Region.of(place.region()))
            .credentialsProvider(
                identity(
                    config.roleAccessKeyId().orElse(""), config.roleSecretAccessKey().orElse("")))
            .httpClient(http)
            .build();
    var identity =
        StsAssumeRoleCredentialsProvider.builder()
            .stsClient(sts)
            .refreshRequest(
                role ->
                    role.roleArn(roleArn)
                        .externalId(externalId(tenant))
                        .roleSessionName("tarn-" + tenant))
            .build();
    var client = client(place.endpoint(), place.region(), identity, http);
    return new DeliveryTarget(
        client,
        place.bucket(),
        place.prefix(),
        () -> {
          identity.close();
          sts.close();
          http.close();
        });
  }

  /// Whether the operator has set an identity that assumes roles.
  boolean canAssumeRoles() {
    return config.roleAccessKeyId().isPresent() && config.roleSecretAccessKey().isPresent();
  }

  /// What the trust policy of a role asks for, so that no other tenant's destination can use the
  /// role.
  public String externalId(TenantId tenant) {
    return secret.derive("external-id", tenant.value());
  }

  static URI stsOf(String region) {
    return URI.create("https://sts." + region + ".amazonaws.com");
  }

  /// Seals a secret access key for a destination.
  byte[] sealed(TenantId tenant, UUID destination, String secretAccessKey) {
    return box().seal(secretAccessKey.getBytes(StandardCharsets.UTF_8), place(tenant, destination));
  }

  private String secretOf(TenantId tenant, UUID destination) {
    var sealed =
        transactions
            .in(connection -> Optional.ofNullable(rows.secretOf(connection, tenant, destination)))
            .orElseThrow(NotFound::new);
    return new String(box().open(sealed, place(tenant, destination)), StandardCharsets.UTF_8);
  }

  private SecretBox box() {
    return new SecretBox(secret, "destinations");
  }

  private static String place(TenantId tenant, UUID destination) {
    return tenant + "/" + destination;
  }

  private static AwsCredentialsProvider identity(String accessKeyId, String secretAccessKey) {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(accessKeyId, secretAccessKey));
  }

  private static S3Client client(
      URI endpoint, String region, AwsCredentialsProvider identity, SdkHttpClient http) {
    return S3Client.builder()
        .endpointOverride(endpoint)
        .region(Region.of(region))
        .forcePathStyle(true)
        .credentialsProvider(identity)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .httpClient(http)
        // So that nothing is sent after a refusal: the connection would break before it is read.
        .serviceConfiguration(settings -> settings.chunkedEncodingEnabled(false))
        .overrideConfiguration(settings -> settings.apiCallTimeout(CALL))
        .build();
  }
}

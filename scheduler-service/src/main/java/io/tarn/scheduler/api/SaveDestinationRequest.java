package io.tarn.scheduler.api;

import io.tarn.scheduler.destination.Destination.Place;
import io.tarn.scheduler.destination.DestinationPlan;
import io.tarn.scheduler.destination.DestinationRules;
import io.tarn.service.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A destination as it is to be. It is written to by an access key of the bucket's owner, or by a
/// role that this installation assumes.
///
/// @param name what people call it; no other destination of the tenant has the name
/// @param bucket the name of the bucket
/// @param prefix what keys begin with, such as `audit/`; absent is nothing
/// @param endpoint the address of the S3 endpoint; absent is that of AWS in the Region
/// @param region the Region that requests are signed for; absent is `us-east-1`
/// @param accessKeyId the id of an access key; absent with a role
/// @param secretAccessKey the secret of the access key, which is never shown again; absent in a
///     change keeps the one there is, while bucket, endpoint and access key stay
/// @param roleArn the ARN of a role, whose trust policy asks for the external id of the tenant
public record SaveDestinationRequest(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 63) String bucket,
    @Nullable @Size(max = 400) String prefix,
    @Nullable @Size(max = 500) String endpoint,
    @Nullable @Pattern(regexp = "[a-z0-9][a-z0-9-]{0,31}") String region,
    @Nullable @Size(min = 1, max = 128) String accessKeyId,
    @Nullable @Size(min = 1, max = 256) String secretAccessKey,
    @Nullable @Size(max = 300) String roleArn) {

  DestinationPlan plan() {
    var where = Objects.requireNonNullElse(region, "us-east-1");
    var address = endpoint == null ? DestinationRules.endpointOf(where) : address(endpoint);
    var place = new Place(bucket, folder(Objects.requireNonNullElse(prefix, "")), address, where);
    return new DestinationPlan(name.strip(), place, accessKeyId, secretAccessKey, roleArn);
  }

  private static String folder(String prefix) {
    return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
  }

  private static URI address(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException _) {
      throw ProblemException.invalid("endpoint", "is no address");
    }
  }

  @Override
  public String toString() {
    return "SaveDestinationRequest[" + name + "]";
  }
}

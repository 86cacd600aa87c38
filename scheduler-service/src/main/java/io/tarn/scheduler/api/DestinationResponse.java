package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.destination.Destination;
import io.tarn.scheduler.destination.Destination.AssumedRole;
import io.tarn.scheduler.destination.Destination.StaticKey;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A destination as its tenant sees it.
///
/// @param id the id of the destination
/// @param name what people call it
/// @param bucket the name of the bucket
/// @param prefix what keys begin with; empty, or with `/` at its end
/// @param endpoint the address of the S3 endpoint
/// @param region the Region that requests are signed for
/// @param accessKeyId the id of the access key; absent with a role
/// @param roleArn the ARN of the role; absent with an access key
/// @param externalId what the trust policy of the role has to ask for; absent with an access key
/// @param createdAt when it was made
/// @param changedAt when it was changed last
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DestinationResponse(
    UUID id,
    String name,
    String bucket,
    String prefix,
    URI endpoint,
    String region,
    @Nullable String accessKeyId,
    @Nullable String roleArn,
    @Nullable String externalId,
    Instant createdAt,
    Instant changedAt) {

  static DestinationResponse of(Destination destination, String externalId) {
    var place = destination.place();
    var access = destination.access();
    return new DestinationResponse(
        destination.id(),
        destination.name(),
        place.bucket(),
        place.prefix(),
        place.endpoint(),
        place.region(),
        access instanceof StaticKey(var accessKeyId) ? accessKeyId : null,
        access instanceof AssumedRole(var roleArn) ? roleArn : null,
        access instanceof AssumedRole ? externalId : null,
        destination.createdAt(),
        destination.changedAt());
  }
}

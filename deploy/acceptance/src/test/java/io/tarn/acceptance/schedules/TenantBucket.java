package io.tarn.acceptance.schedules;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.acceptance.product.Caller;
import io.tarn.local.sending.S3Bucket;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The bucket of a tenant, as its administrator reads it.
///
/// @param variables of the AWS command line for this bucket
record TenantBucket(String name, Map<String, String> variables) {
  static TenantBucket of(Caller administrator, String tenant) {
    JsonNode bucket =
        administrator.get("/v1/tenants/" + tenant + "/results-bucket").with(200).json();
    return new TenantBucket(
        bucket.path("bucket").asText(),
        Map.of(
            "AWS_ENDPOINT_URL_S3", bucket.path("endpoint").asText(),
            "AWS_ACCESS_KEY_ID", bucket.path("accessKeyId").asText(),
            "AWS_SECRET_ACCESS_KEY", bucket.path("secretAccessKey").asText(),
            "AWS_REGION", "us-east-1"));
  }

  /// The addresses of all objects: `s3://bucket/key`.
  List<String> objects() throws IOException {
    var bucket = S3Bucket.ofEnvironment(name, variables);
    return bucket.objects("").stream().map(object -> object.name()).toList();
  }
}

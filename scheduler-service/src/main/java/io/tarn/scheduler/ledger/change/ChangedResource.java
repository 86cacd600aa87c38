package io.tarn.scheduler.ledger.change;

import java.util.Locale;

/// Something that a change is about.
///
/// @param kind what can be compared with each other: service and type of an ARN, `ec2:instance`,
///     or the name of the parameter without its ending, `roleName` being `role`
/// @param name the ARN, or what the request calls it
/// @param isArn whether the name is an ARN
public record ChangedResource(String kind, String name, boolean isArn) {
  private static final int PARTS = 6;

  static ChangedResource ofArn(String arn) {
    var parts = arn.split(":", PARTS);
    var service = parts.length == PARTS ? parts[2] : "";
    var resource = parts.length == PARTS ? parts[PARTS - 1] : arn;
    return new ChangedResource(service + ":" + typeOf(service, resource), arn, true);
  }

  static ChangedResource ofParameter(String parameter, String name) {
    var stem = parameter.replaceFirst("(Name|Identifier|Id|Arn)s?$", "");
    return new ChangedResource(stem.toLowerCase(Locale.ROOT), name, false);
  }

  /// The type of what stands at the end of an ARN: `instance` of `instance/i-1`; for S3, whose ARNs
  /// have none, `bucket` or `object`.
  public static String typeOf(String service, String resource) {
    if (service.equals("s3")) {
      return resource.contains("/") ? "object" : "bucket";
    }
    var match = resource.split("[:/]", 2);
    return match.length == 2 ? match[0] : "";
  }
}

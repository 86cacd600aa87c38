package io.tarn.demo.activity;

import java.util.List;

/// One night, a stolen access key: the attacker looks around from afar, is refused much, makes
/// himself a user, tries to silence the trail, opens a shell in a production container and copies
/// what is in a bucket.
final class Incident {
  static final int SIZE = 60;
  private static final String ADDRESS = "203.0.113.66";
  private static final String AGENT = "Boto3/1.26.1 Python/3.9.2 Linux/5.10.0-kali Botocore/1.29.1";
  private static final int STEP = 70;
  private static final List<List<String>> LOOKS =
      List.of(
          List.of("sts", "GetCallerIdentity"),
          List.of("iam", "ListUsers"),
          List.of("iam", "ListAttachedUserPolicies"),
          List.of("s3", "ListBuckets"),
          List.of("ec2", "DescribeInstances"),
          List.of("secretsmanager", "ListSecrets"),
          List.of("ecs", "ListClusters"));

  private Incident() {}

  /// Events of the incident from this second on.
  static List<DemoEvent> happen(Estate estate, AccountRegion accountRegion, long start, long seed) {
    var dice = new Dice(seed, Dice.numberOf(estate.slug()), start);
    var scene = new Scene(estate, accountRegion, start, start + (long) SIZE * STEP, SIZE, dice);
    var who = estate.stolen(accountRegion);
    var at = lookAround(scene, who, start);
    at = settle(scene, who, at);
    var access = new ContainerShell.Access(who, ADDRESS, AGENT, "production", "billing");
    ContainerShell.execute(scene, access, "env", at);
    ContainerShell.execute(scene, access, "cat /proc/1/environ", at + STEP);
    for (var i = 2; !scene.isFull(); i++) {
      scene.add(copy(scene, who), at + (long) STEP * i);
    }
    return scene.events();
  }

  private static long lookAround(Scene scene, Principal who, long start) {
    var at = start;
    for (var look : LOOKS) {
      var call = Call.of(look.getFirst(), look.getLast(), who).from(ADDRESS, AGENT).reading();
      scene.add(scene.dice().inPercent(40) ? Refusals.refuse(call) : call, at);
      at += STEP;
    }
    return at;
  }

  private static long settle(Scene scene, Principal who, long start) {
    scene.add(
        call("iam", "CreateUser", who)
            .request("userName", "support-temp")
            .response("user", Json.of("userName", "support-temp", "path", "/")),
        start);
    scene.add(
        call("iam", "AttachUserPolicy", who)
            .request(
                "userName", "support-temp",
                "policyArn", "arn:aws:iam::aws:policy/AdministratorAccess"),
        start + STEP);
    scene.add(
        Refusals.refuse(
            call("cloudtrail", "StopLogging", who)
                .request("name", scene.accountRegion().arn("cloudtrail", "trail/organization"))),
        start + 2 * STEP);
    return start + 3 * STEP;
  }

  private static Call copy(Scene scene, Principal who) {
    var bucket = scene.estate().bucket("statements");
    return call("s3", "GetObject", who)
        .request("bucketName", bucket, "key", "2025/%s.pdf".formatted(scene.dice().hex(12)))
        .on(scene.accountRegion().account(), "AWS::S3::Bucket", "arn:aws:s3:::" + bucket)
        .reading()
        .data();
  }

  private static Call call(String service, String name, Principal who) {
    return Call.of(service, name, who).from(ADDRESS, AGENT);
  }
}

package io.tarn.demo.activity;

import java.util.List;

/// Activity of programs and services.
final class Machines {
  private static final String SDK = "aws-sdk-java/2.40.2 md/io#sync md/http#Apache ua/2.1 os/Linux";
  private static final List<String> WATCHERS = List.of("config", "autoscaling", "securityhub");
  private static final List<List<String>> LOOKS =
      List.of(
          List.of("ec2", "DescribeInstances"),
          List.of("ec2", "DescribeVolumes"),
          List.of("elasticloadbalancing", "DescribeTargetHealth"),
          List.of("autoscaling", "DescribeAutoScalingGroups"),
          List.of("rds", "DescribeDBInstances"),
          List.of("dynamodb", "DescribeTable"),
          List.of("ecs", "DescribeServices"),
          List.of("sqs", "GetQueueAttributes"));

  private Machines() {}

  static void describe(Scene scene, long second) {
    var dice = scene.dice();
    var who =
        dice.inPercent(40)
            ? scene.estate().service(dice.one(WATCHERS))
            : scene.estate().workload(scene.accountRegion(), "Monitoring", "collector");
    var look = dice.one(LOOKS);
    var call = Call.of(look.getFirst(), look.getLast(), who).request("maxResults", 100).reading();
    scene.add(who.isService() ? call : own(call, second), second);
  }

  static void assumeRole(Scene scene, long second) {
    var dice = scene.dice();
    var service = dice.one(List.of("ecs-tasks", "lambda", "ec2"));
    var role = dice.one(List.of("OrdersService", "Reporting", "Monitoring"));
    var account = scene.accountRegion().account();
    var arn = "arn:aws:iam::" + account + ":role/" + role;
    var session = dice.hex(32);
    var key = "ASIA" + dice.key(16);
    scene.add(
        Call.of("sts", "AssumeRole", scene.estate().service(service))
            .request("roleArn", arn, "roleSessionName", session, "durationSeconds", 3600)
            .response(
                "credentials",
                    Json.of("accessKeyId", key, "sessionToken", "HIDDEN_DUE_TO_SECURITY_REASONS"),
                "assumedRoleUser",
                    Json.of(
                        "arn", "arn:aws:sts::" + account + ":assumed-role/" + role + '/' + session))
            .on(account, "AWS::IAM::Role", arn)
            .reading(),
        second);
  }

  static void decrypt(Scene scene, long second) {
    var purpose = scene.dice().one(List.of("orders", "billing", "statements"));
    var id = new Dice(Dice.numberOf(scene.estate().bucket(purpose))).uuid();
    var key = scene.accountRegion().arn("kms", "key/" + id);
    var who = scene.estate().workload(scene.accountRegion(), "OrdersService", "orders-" + purpose);
    scene.add(
        own(Call.of("kms", "Decrypt", who), second)
            .request(
                "encryptionContext",
                Json.of("service", purpose),
                "encryptionAlgorithm",
                "SYMMETRIC_DEFAULT")
            .on(scene.accountRegion().account(), "AWS::KMS::Key", key)
            .reading(),
        second);
  }

  static void readObject(Scene scene, long second) {
    scene.add(object("GetObject", scene, second).reading(), second);
  }

  static void writeObject(Scene scene, long second) {
    scene.add(
        object("PutObject", scene, second).response("x-amz-server-side-encryption", "AES256"),
        second);
  }

  private static Call object(String name, Scene scene, long second) {
    var dice = scene.dice();
    var bucket = scene.estate().bucket(dice.one(List.of("statements", "uploads", "logs")));
    var who = scene.estate().workload(scene.accountRegion(), "Reporting", "batch");
    var key = (2020 + dice.below(7)) + "/" + (10 + dice.below(3)) + '/' + dice.hex(12) + ".pdf";
    return own(Call.of("s3", name, who), second)
        .request(
            "bucketName", bucket,
            "Host", bucket + ".s3." + scene.accountRegion().region() + ".amazonaws.com",
            "key", key)
        .additional(
            "SignatureVersion",
            "SigV4",
            "bytesTransferredIn",
            0,
            "bytesTransferredOut",
            dice.below(400_000))
        .on(scene.accountRegion().account(), "AWS::S3::Bucket", "arn:aws:s3:::" + bucket)
        .data();
  }

  /// A call of the customer's own program, in a session that began within the hour.
  static Call own(Call call, long second) {
    return call.from("10.20.1." + Math.floorMod(second, 250), SDK)
        .since(Math.floorDiv(second, Rhythm.HOUR) * Rhythm.HOUR);
  }
}

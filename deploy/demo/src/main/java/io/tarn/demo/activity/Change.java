package io.tarn.demo.activity;

import java.util.List;

/// Changes made by people and pipelines.
///
/// @param isGlobal whether the service has no Regions
record Change(String service, String name, boolean isGlobal, Filling filling) {
  /// Request and response of the change.
  @FunctionalInterface
  interface Filling {
    Call fill(Call call, Scene scene);
  }

  static final List<Change> ALL =
      List.of(
          new Change("ec2", "AuthorizeSecurityGroupIngress", false, Change::openPort),
          new Change("ec2", "StopInstances", false, Change::stopInstance),
          new Change("ec2", "CreateTags", false, Change::tag),
          new Change("s3", "PutBucketPolicy", false, Change::bucketPolicy),
          new Change("lambda", "UpdateFunctionConfiguration20150331v2", false, Change::function),
          new Change("rds", "ModifyDBInstance", false, Change::database),
          new Change("cloudwatch", "PutMetricAlarm", false, Change::alarm),
          new Change("ecs", "UpdateService", false, Change::service),
          new Change("iam", "AttachRolePolicy", true, Change::policy),
          new Change("iam", "CreateAccessKey", true, Change::accessKey));

  /// A change possible in the account and Region of the scene.
  static Change any(Scene scene) {
    var change = scene.dice().one(ALL);
    while (change.isGlobal() && !scene.accountRegion().isGlobal()) {
      change = scene.dice().one(ALL);
    }
    return change;
  }

  Call by(Principal who, Scene scene) {
    return filling.fill(Call.of(service, name, who), scene);
  }

  private static Call openPort(Call call, Scene scene) {
    var dice = scene.dice();
    var port = dice.one(List.of(22, 443, 5432, 8080));
    var range = Json.of("cidrIp", dice.one(List.of("10.0.0.0/8", "198.51.100.0/24", "0.0.0.0/0")));
    var rule =
        Json.of(
            "ipProtocol",
            "tcp",
            "fromPort",
            port,
            "toPort",
            port,
            "groups",
            Json.EMPTY,
            "ipRanges",
            Json.of("items", Json.list(range)),
            "ipv6Ranges",
            Json.EMPTY,
            "prefixListIds",
            Json.EMPTY);
    var group = "sg-0" + dice.hex(16);
    return call.request("groupId", group, "ipPermissions", Json.of("items", Json.list(rule)))
        .response("requestId", dice.uuid(), "_return", true);
  }

  private static Call stopInstance(Call call, Scene scene) {
    var id = "i-0" + scene.dice().hex(16);
    var items = Json.of("items", Json.list(Json.of("instanceId", id)));
    var states =
        Json.of(
            "instanceId", id,
            "currentState", Json.of("code", 64, "name", "stopping"),
            "previousState", Json.of("code", 16, "name", "running"));
    return call.request("instancesSet", items, "force", false)
        .response("instancesSet", Json.of("items", Json.list(states)));
  }

  private static Call tag(Call call, Scene scene) {
    var dice = scene.dice();
    var tag = Json.of("key", "cost-centre", "value", Integer.toString(4000 + dice.below(40)));
    var resource = Json.of("resourceId", "i-0" + dice.hex(16));
    return call.request(
            "resourcesSet", Json.of("items", Json.list(resource)),
            "tagSet", Json.of("items", Json.list(tag)))
        .response("requestId", dice.uuid(), "_return", true);
  }

  private static Call bucketPolicy(Call call, Scene scene) {
    var bucket = scene.estate().bucket(scene.dice().one(List.of("statements", "uploads", "logs")));
    var statement = Json.of("Effect", "Deny", "Principal", "*", "Action", "s3:DeleteObject");
    var policy = Json.of("Version", "2012-10-17", "Statement", Json.list(statement));
    return call.request("bucketName", bucket, "policy", "", "bucketPolicy", policy)
        .on(scene.accountRegion().account(), "AWS::S3::Bucket", "arn:aws:s3:::" + bucket);
  }

  private static Call function(Call call, Scene scene) {
    var arn = scene.estate().function(scene.accountRegion(), scene.dice().one(Estate.FUNCTIONS));
    var memory = 128 << scene.dice().below(4);
    return call.request("functionName", arn, "memorySize", memory)
        .response("functionArn", arn, "memorySize", memory, "lastUpdateStatus", "InProgress");
  }

  private static Call database(Call call, Scene scene) {
    var name = scene.estate().bucket(scene.dice().one(List.of("orders", "billing")));
    var days = 7 + scene.dice().below(28);
    return call.request(
            "dBInstanceIdentifier", name, "backupRetentionPeriod", days, "applyImmediately", true)
        .response(
            "dBInstanceIdentifier",
            name,
            "dBInstanceStatus",
            "available",
            "pendingModifiedValues",
            Json.of("backupRetentionPeriod", days));
  }

  private static Call alarm(Call call, Scene scene) {
    var name = "errors-" + scene.dice().one(Estate.FUNCTIONS);
    return call.request(
        "alarmName",
        name,
        "metricName",
        "Errors",
        "namespace",
        "AWS/Lambda",
        "threshold",
        1 + scene.dice().below(9),
        "evaluationPeriods",
        3);
  }

  private static Call service(Call call, Scene scene) {
    var dice = scene.dice();
    var cluster = dice.one(Estate.CLUSTERS);
    var service = dice.one(Estate.SERVICES);
    var count = 1 + dice.below(8);
    return call.request("cluster", cluster, "service", service, "desiredCount", count)
        .response(
            "service",
            Json.of(
                "serviceName",
                service,
                "clusterArn",
                scene.estate().cluster(scene.accountRegion(), cluster),
                "desiredCount",
                count,
                "status",
                "ACTIVE"));
  }

  private static Call policy(Call call, Scene scene) {
    var policy =
        scene.dice().one(List.of("ReadOnlyAccess", "PowerUserAccess", "AmazonSQSFullAccess"));
    return call.request(
        "roleName",
        scene.dice().one(List.of("OrdersService", "Reporting")),
        "policyArn",
        "arn:aws:iam::aws:policy/" + policy);
  }

  private static Call accessKey(Call call, Scene scene) {
    var user = scene.dice().one(List.of("legacy-backup", "mail-relay"));
    var key =
        Json.of("userName", user, "accessKeyId", "AKIA" + scene.dice().key(16), "status", "Active");
    return call.request("userName", user).response("accessKey", key);
  }
}

package io.tarn.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// CloudTrail events of a believable week at a demo tenant: shells in containers, changes from
/// the console and by code, invocations of functions, sign-ins, refusals. The same tenant and
/// end of the week give the same events.
public final class DemoEvents {
  public static final int COUNT = 240;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration SPAN = Duration.ofDays(7);
  private static final List<String> REGIONS = List.of("us-east-1", "eu-central-1");
  private static final List<String> FUNCTIONS = List.of("orders", "invoices", "thumbnails");

  private final DemoTenant tenant;
  private final Instant end;
  private final Random random;

  public DemoEvents(DemoTenant tenant, Instant end) {
    this.tenant = tenant;
    this.end = end;
    this.random = new Random(tenant.slug().hashCode());
  }

  /// The events, one JSON object a line.
  public String ndjson() {
    var lines = new StringBuilder();
    for (var i = 0; i < COUNT; i++) {
      lines.append(event(i)).append('\n');
    }
    return lines.toString();
  }

  private ObjectNode event(int index) {
    return switch (index % 12) {
      case 0 -> executeCommand();
      case 1 -> consoleSignIn();
      case 2 -> consoleChange();
      case 3, 4, 5 -> invoke();
      case 6 -> refusedRunInstances();
      case 7 -> codeChange();
      case 8 -> getObject();
      case 9 -> decrypt();
      case 10 -> assumeRole();
      default -> describeInstances();
    };
  }

  private ObjectNode executeCommand() {
    var event = base("ecs.amazonaws.com", "ExecuteCommand", session("Operations"), false);
    event
        .putObject("requestParameters")
        .put("cluster", "production")
        .put("task", id().replace("-", ""))
        .put("container", one(List.of("web", "worker")))
        .put("command", one(List.of("/bin/sh", "/bin/bash", "cat /etc/hosts", "env")))
        .put("interactive", true);
    event
        .putObject("responseElements")
        .put("clusterArn", arn(event, "ecs", "cluster/production"))
        .putObject("session")
        .put("sessionId", "ecs-execute-command-" + id().replace("-", "").substring(0, 17))
        .put("tokenValue", "HIDDEN_DUE_TO_SECURITY_REASONS");
    return event;
  }

  private ObjectNode consoleSignIn() {
    var event = base("signin.amazonaws.com", "ConsoleLogin", person("").user(), false);
    var succeeded = random.nextInt(5) > 0;
    event.put("eventType", "AwsConsoleSignIn").putNull("requestParameters");
    event.putObject("responseElements").put("ConsoleLogin", succeeded ? "Success" : "Failure");
    event
        .putObject("additionalEventData")
        .put("LoginTo", "https://console.aws.amazon.com/console/home")
        .put("MobileVersion", "No")
        .put("MFAUsed", succeeded ? "Yes" : "No");
    if (!succeeded) {
      event.put("errorMessage", "Failed authentication");
    }
    return event;
  }

  private ObjectNode consoleChange() {
    var event =
        base("ec2.amazonaws.com", "AuthorizeSecurityGroupIngress", session("Administrator"), false);
    event.put("userAgent", "Mozilla/5.0").put("sessionCredentialFromConsole", "true");
    var request =
        event.putObject("requestParameters").put("groupId", "sg-0" + id().substring(0, 7));
    request
        .putObject("ipPermissions")
        .putArray("items")
        .addObject()
        .put("ipProtocol", "tcp")
        .put("fromPort", 443)
        .put("toPort", 443);
    event.putObject("responseElements").put("_return", true);
    return event;
  }

  private ObjectNode codeChange() {
    var event = base("cloudformation.amazonaws.com", "UpdateStack", session("Deployment"), false);
    event.put("userAgent", "aws-cli/2.27.1 md/awscrt#0.26.1 exec-env/CodeBuild");
    event.putObject("requestParameters").put("stackName", tenant.slug() + "-network");
    event
        .putObject("responseElements")
        .put(
            "stackId", arn(event, "cloudformation", "stack/%s-network/1".formatted(tenant.slug())));
    return event;
  }

  private ObjectNode invoke() {
    var caller = random.nextBoolean() ? session("Orders") : Person.service("events.amazonaws.com");
    var event = base("lambda.amazonaws.com", "Invoke", caller, false);
    var function = arn(event, "lambda", "function:%s-%s".formatted(tenant.slug(), one(FUNCTIONS)));
    event.put("managementEvent", false).put("eventCategory", "Data");
    event
        .putObject("requestParameters")
        .put("functionName", function)
        .put("invocationType", one(List.of("RequestResponse", "Event")));
    addResource(event, "AWS::Lambda::Function", function);
    return event;
  }

  private ObjectNode refusedRunInstances() {
    var event = base("ec2.amazonaws.com", "RunInstances", session("Developer"), false);
    event
        .put("errorCode", "Client.UnauthorizedOperation")
        .put("errorMessage", "You are not authorized to perform this operation.");
    event
        .putObject("requestParameters")
        .put("instanceType", one(List.of("m7i.large", "p5.48xlarge")));
    return event;
  }

  private ObjectNode getObject() {
    var event = base("s3.amazonaws.com", "GetObject", session("Reporting"), true);
    var bucket = tenant.slug() + "-statements";
    event.put("managementEvent", false).put("eventCategory", "Data");
    event
        .putObject("requestParameters")
        .put("bucketName", bucket)
        .put("key", "2026/%02d/statement.pdf".formatted(1 + random.nextInt(12)));
    addResource(event, "AWS::S3::Bucket", "arn:aws:s3:::" + bucket);
    return event;
  }

  private ObjectNode decrypt() {
    var event = base("kms.amazonaws.com", "Decrypt", session("Orders"), true);
    var key = arn(event, "kms", "key/5f3c1e0a-7f2b-4f6e-9f13-2f4b0f6f9a10");
    event.putObject("requestParameters").put("encryptionAlgorithm", "SYMMETRIC_DEFAULT");
    addResource(event, "AWS::KMS::Key", key);
    return event;
  }

  private ObjectNode assumeRole() {
    var event = base("sts.amazonaws.com", "AssumeRole", person("").user(), true);
    event
        .putObject("requestParameters")
        .put(
            "roleArn",
            "arn:aws:iam::%s:role/Operations".formatted(event.path("recipientAccountId").asText()))
        .put("roleSessionName", one(tenant.people()))
        .put("durationSeconds", 3600);
    return event;
  }

  private ObjectNode describeInstances() {
    var event = base("ec2.amazonaws.com", "DescribeInstances", session("Monitoring"), true);
    event.putObject("requestParameters").putObject("instancesSet");
    return event;
  }

  private ObjectNode base(String source, String name, ObjectNode identity, boolean readOnly) {
    var event = JSON.createObjectNode().put("eventVersion", "1.11");
    event.set("userIdentity", identity);
    return event
        .put("eventTime", time())
        .put("eventSource", source)
        .put("eventName", name)
        .put("awsRegion", one(REGIONS))
        .put("sourceIPAddress", "203.0.113." + (1 + random.nextInt(250)))
        .put("userAgent", "aws-sdk-java/2.40.2")
        .putNull("requestParameters")
        .putNull("responseElements")
        .put("requestID", id())
        .put("eventID", id())
        .put("readOnly", readOnly)
        .put("eventType", "AwsApiCall")
        .put("managementEvent", true)
        .put("recipientAccountId", identity.path("accountId").asText(one(tenant.accounts())))
        .put("eventCategory", "Management");
  }

  private static void addResource(ObjectNode event, String type, String arn) {
    event.putArray("resources").addObject().put("type", type).put("ARN", arn);
  }

  private ObjectNode session(String role) {
    return person(role).session(time());
  }

  private Person person(String role) {
    return new Person(one(tenant.people()), one(tenant.accounts()), role);
  }

  private String time() {
    var back = Duration.ofSeconds(random.nextLong(SPAN.toSeconds()));
    return end.minus(back).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private String id() {
    return new UUID(random.nextLong(), random.nextLong()).toString();
  }

  private String one(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private static String arn(ObjectNode event, String service, String resource) {
    return "arn:aws:%s:%s:%s:%s"
        .formatted(
            service,
            event.path("awsRegion").asText(),
            event.path("recipientAccountId").asText(),
            resource);
  }
}

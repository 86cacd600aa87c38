package io.tarn.demo.activity;

import java.util.List;

/// A deployment: code is built, a stack updated, a service restarted. The same kinds of change as
/// people make, but not by hand.
final class Pipeline implements Story {
  private static final String AGENT = "aws-sdk-go-v2/1.39.6 ua/2.1 os/linux exec-env/CodeBuild";
  private static final List<String> STACKS = List.of("network", "orders", "billing", "reporting");

  @Override
  public void tell(Scene scene, long second) {
    var dice = scene.dice();
    var build = dice.uuid();
    var who = scene.estate().workload(scene.accountRegion(), "Deployment", "codepipeline");
    var stack = scene.estate().bucket(dice.one(STACKS));
    var arn = scene.accountRegion().arn("cloudformation", "stack/%s/%s".formatted(stack, build));
    scene.add(
        Call.of("codebuild", "StartBuild", scene.estate().service("codepipeline"))
            .request("projectName", stack, "sourceVersion", dice.hex(40))
            .response("build", Json.of("id", stack + ":" + build, "buildStatus", "IN_PROGRESS")),
        second);
    scene.add(
        call("cloudformation", "UpdateStack", who, second)
            .request("stackName", stack, "capabilities", Json.list("CAPABILITY_NAMED_IAM"))
            .response("stackId", arn),
        second + 90);
    scene.add(
        call("ecs", "RegisterTaskDefinition", who, second)
            .request("family", stack, "cpu", "512", "memory", "1024")
            .response("taskDefinition", Json.of("family", stack, "revision", dice.below(400))),
        second + 110);
    scene.add(
        Change.any(scene).by(who, scene).from("198.51.100.7", AGENT).since(second), second + 120);
    scene.add(
        call("cloudformation", "DescribeStacks", who, second).request("stackName", arn).reading(),
        second + 180);
  }

  private static Call call(String service, String name, Principal who, long second) {
    return Call.of(service, name, who).from("198.51.100.7", AGENT).since(second);
  }
}

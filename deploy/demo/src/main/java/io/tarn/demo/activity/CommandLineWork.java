package io.tarn.demo.activity;

import java.util.List;

/// A user at the command line: reads, and now and then a change, which does not come from the
/// console.
final class CommandLineWork implements Story {
  static final String AGENT =
      "aws-cli/2.27.1 md/awscrt#0.26.1 ua/2.1 os/macos#24.5.0 md/arch#arm64 lang/python#3.13.3";
  private static final List<List<String>> READS =
      List.of(
          List.of("ec2", "DescribeInstances"),
          List.of("s3", "ListBuckets"),
          List.of("logs", "FilterLogEvents"),
          List.of("ecs", "DescribeTasks"),
          List.of("sts", "GetCallerIdentity"),
          List.of("ssm", "GetParametersByPath"));

  @Override
  public void tell(Scene scene, long second) {
    var dice = scene.dice();
    var who = scene.estate().person(scene.accountRegion(), dice);
    var address = scene.estate().address(who);
    var steps = 1 + dice.below(6);
    for (var i = 0; i < steps; i++) {
      var read = dice.one(READS);
      scene.add(
          Call.of(read.getFirst(), read.getLast(), who)
              .from(address, AGENT)
              .since(second)
              .reading(),
          second + 30L * i);
    }
    if (dice.inPercent(30)) {
      var changer = scene.estate().changer(scene.accountRegion(), dice);
      var call = Change.any(scene).by(changer, scene);
      scene.add(call.from(scene.estate().address(changer), AGENT).since(second), second + 200);
    }
  }
}

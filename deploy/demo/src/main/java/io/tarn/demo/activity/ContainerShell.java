package io.tarn.demo.activity;

import java.time.Instant;
import java.util.List;

/// A user looks for a task, opens a shell in one of its containers by ECS Exec, and mostly looks
/// again. Some are refused, and then nothing was run.
final class ContainerShell implements Story {
  private static final String AGENT =
      "aws-cli/2.27.1 md/awscrt#0.26.1 ua/2.1 os/linux#6.8.0 md/arch#x86_64"
          + " md/command#ecs.execute-command";
  private static final List<String> COMMANDS =
      List.of(
          "/bin/sh",
          "/bin/bash",
          "cat /etc/hosts",
          "env",
          "ps aux",
          "sh -c \"df -h && free -m\"",
          "tail -n 100 /var/log/app.log",
          "rails console",
          "psql --command 'select 1'");

  /// A user at a container of a service.
  record Access(Principal who, String address, String agent, String cluster, String service) {}

  @Override
  public void tell(Scene scene, long second) {
    var dice = scene.dice();
    var access = access(scene, scene.estate().operator(scene.accountRegion(), dice));
    scene.add(
        Call.of("ecs", "ListTasks", access.who)
            .from(access.address, access.agent)
            .since(second - 600)
            .request("cluster", access.cluster, "serviceName", access.service)
            .reading(),
        second);
    var commands = 1 + dice.below(3);
    for (var i = 1; i <= commands; i++) {
      execute(scene, access, dice.one(COMMANDS), second + 40L * i);
    }
    if (dice.inPercent(15)) {
      refuse(scene, access(scene, scene.estate().person(scene.accountRegion(), dice)), second + 60);
    }
  }

  private static Access access(Scene scene, Principal who) {
    var dice = scene.dice();
    var address = scene.estate().address(who);
    return new Access(who, address, AGENT, dice.one(Estate.CLUSTERS), dice.one(Estate.SERVICES));
  }

  static void execute(Scene scene, Access access, String command, long second) {
    var at = scene.inside(second);
    var accountRegion = scene.accountRegion();
    var task = scene.estate().task(accountRegion, access.cluster, access.service, at);
    var call =
        call(access, task, command)
            .since(second - 600)
            .response(
                "clusterArn",
                scene.estate().cluster(accountRegion, access.cluster),
                "containerName",
                access.service,
                "interactive",
                true,
                "session",
                session(scene.dice()),
                "taskArn",
                task);
    var fact =
        new Fact.CommandRun(
            Instant.ofEpochSecond(at),
            String.valueOf(access.who.arn()),
            accountRegion.account(),
            accountRegion.region(),
            access.cluster,
            task,
            access.service,
            command);
    scene.add(call, at, fact);
  }

  private static void refuse(Scene scene, Access access, long second) {
    var at = scene.inside(second);
    var task = scene.estate().task(scene.accountRegion(), access.cluster, access.service, at);
    scene.add(
        call(access, task, "/bin/sh")
            .failed(
                "AccessDenied",
                "User: %s is not authorized to perform: ecs:ExecuteCommand on resource: %s"
                    .formatted(access.who.arn(), task)),
        at);
  }

  private static Call call(Access access, String task, String command) {
    return Call.of("ecs", "ExecuteCommand", access.who)
        .from(access.address, access.agent)
        .request(
            "cluster",
            access.cluster,
            "container",
            access.service,
            "command",
            command,
            "interactive",
            true,
            "task",
            task);
  }

  private static Json session(Dice dice) {
    return Json.of(
        "sessionId", "ecs-execute-command-" + dice.hex(17),
        "tokenValue", "HIDDEN_DUE_TO_SECURITY_REASONS",
        "streamUrl", "HIDDEN_DUE_TO_SECURITY_REASONS");
  }
}

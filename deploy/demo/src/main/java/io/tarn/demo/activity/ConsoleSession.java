package io.tarn.demo.activity;

import java.time.Instant;
import java.util.List;

/// A user signs in to the console, looks around, and changes a few things; a change may be
/// refused. The services themselves mark what comes from the console.
final class ConsoleSession implements Story {
  static final String BROWSER =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0"
          + " Safari/537.36";
  private static final List<List<String>> VIEWS =
      List.of(
          List.of("ec2", "DescribeInstances"),
          List.of("ec2", "DescribeSecurityGroups"),
          List.of("cloudwatch", "GetMetricData"),
          List.of("lambda", "ListFunctions20150331"),
          List.of("rds", "DescribeDBInstances"),
          List.of("ecs", "DescribeServices"));

  @Override
  public void tell(Scene scene, long second) {
    var dice = scene.dice();
    var who = scene.estate().changer(scene.accountRegion(), dice);
    var at = second;
    if (scene.accountRegion().isGlobal()) {
      scene.add(SignIns.succeeded(who, scene).since(second), at);
    }
    var steps = 2 + dice.below(8);
    for (var i = 0; i < steps && !scene.isFull(); i++) {
      at += 15 + dice.below(240);
      if (dice.inPercent(35)) {
        change(scene, who, second, at);
      } else {
        look(scene, who, second, at);
      }
    }
  }

  private static void look(Scene scene, Principal who, long start, long second) {
    var view = scene.dice().one(VIEWS);
    scene.add(
        Call.of(view.getFirst(), view.getLast(), who)
            .from(scene.estate().address(who), BROWSER)
            .since(start)
            .request("maxResults", 50)
            .reading()
            .fromConsole(),
        second);
  }

  private static void change(Scene scene, Principal who, long start, long second) {
    var call =
        Change.any(scene)
            .by(who, scene)
            .from(scene.estate().address(who), BROWSER)
            .since(start)
            .fromConsole();
    if (scene.dice().inPercent(6)) {
      scene.add(Refusals.refuse(call), second);
    } else {
      scene.add(call, second, factOf(scene, call, second));
    }
  }

  static Fact factOf(Scene scene, Call call, long second) {
    return new Fact.ConsoleChange(
        Instant.ofEpochSecond(scene.inside(second)),
        String.valueOf(call.who().arn()),
        scene.accountRegion().account(),
        scene.accountRegion().region(),
        call.service() + ".amazonaws.com",
        call.name());
  }
}

package io.tarn.demo.activity;

import java.util.List;

/// Calls of Lambda functions: by programs, services, people and a partner's account; throttled
/// ones that are tried again, and some that are refused.
final class Invocations {
  private static final List<String> CALLERS = List.of("checkout", "shop-front", "mail-relay");
  private static final List<String> TRIGGERS = List.of("events", "apigateway", "s3");

  private Invocations() {}

  static void byAProgram(Scene scene, long second) {
    var who = program(scene);
    invoke(scene, Machines.own(call(scene, who, anyFunction(scene)), second), second);
  }

  static void byAService(Scene scene, long second) {
    var trigger = scene.dice().below(TRIGGERS.size());
    var function =
        scene.estate().function(scene.accountRegion(), Estate.FUNCTIONS.get(3 - trigger));
    invoke(scene, call(scene, scene.estate().service(TRIGGERS.get(trigger)), function), second);
  }

  static void byAPerson(Scene scene, long second) {
    var who = scene.estate().person(scene.accountRegion(), scene.dice());
    var call = call(scene, who, anyFunction(scene)).since(second - 300);
    call.from(scene.estate().address(who), CommandLineWork.AGENT);
    if (scene.dice().inPercent(20)) {
      scene.add(call.failed("AccessDeniedException", "You may not invoke this function."), second);
    } else {
      invoke(scene, call, second);
    }
  }

  static void byAPartner(Scene scene, long second) {
    var function = scene.estate().function(scene.accountRegion(), "webhook-receiver");
    var call = call(scene, scene.estate().partner(), function);
    invoke(scene, call.from("203.0.113.80", "Boto3/1.41.2 md/Botocore#1.41.2"), second);
  }

  /// Too much at once: refused, and tried again until it passes.
  static void throttled(Scene scene, long second) {
    var who = program(scene);
    var function = anyFunction(scene);
    var refusals = 1 + scene.dice().below(3);
    for (var i = 0; i < refusals; i++) {
      var at = second + (1L << i);
      var call = Machines.own(call(scene, who, function), second);
      scene.add(call.failed("TooManyRequestsException", "Rate Exceeded."), at);
    }
    invoke(scene, Machines.own(call(scene, who, function), second), second + (1L << refusals));
  }

  private static void invoke(Scene scene, Call call, long second) {
    var who = call.who();
    scene.add(call, second, new Fact.Invocation(call.target(), who.arn(), who.invokedBy()));
  }

  private static Call call(Scene scene, Principal who, String function) {
    var type = scene.dice().inPercent(75) ? "RequestResponse" : "Event";
    return Call.of("lambda", "Invoke", who)
        .request("functionName", function, "invocationType", type)
        .additional("functionVersion", function + ":$LATEST")
        .on(scene.accountRegion().account(), "AWS::Lambda::Function", function)
        .target(function)
        .data();
  }

  private static String anyFunction(Scene scene) {
    return scene.estate().function(scene.accountRegion(), scene.dice().one(Estate.FUNCTIONS));
  }

  private static Principal program(Scene scene) {
    var session = scene.dice().one(CALLERS);
    return scene.estate().workload(scene.accountRegion(), "OrdersService", session);
  }
}

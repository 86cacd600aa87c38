package io.tarn.demo.activity;

/// Things that people and programs try and may not do.
final class Refusals {
  private Refusals() {}

  static void ofAPerson(Scene scene, long second) {
    var who = scene.estate().person(scene.accountRegion(), scene.dice());
    var call = Change.any(scene).by(who, scene);
    call.from(scene.estate().address(who), CommandLineWork.AGENT).since(second - 900);
    scene.add(refuse(call), second);
  }

  static void ofAProgram(Scene scene, long second) {
    var who = scene.estate().workload(scene.accountRegion(), "Reporting", "batch");
    var call =
        Call.of("secretsmanager", "GetSecretValue", who)
            .request("secretId", scene.estate().bucket("billing-database"))
            .reading();
    scene.add(refuse(Machines.own(call, second)), second);
  }

  /// The same call, refused: nothing was changed.
  static Call refuse(Call call) {
    var isCompute = call.service().equals("ec2");
    return call.failed(
        isCompute ? "Client.UnauthorizedOperation" : "AccessDenied",
        "User: %s is not authorized to perform: %s:%s because no identity-based policy allows it"
            .formatted(call.who().arn(), call.service(), call.name()));
  }
}

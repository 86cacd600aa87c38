package io.tarn.demo.activity;

/// Sign-ins to the console, which is where IAM is.
final class SignIns {
  private static final String PAGE = "https://console.aws.amazon.com/console/home";

  private SignIns() {}

  static Call succeeded(Principal who, Scene scene) {
    return Call.of("signin", "ConsoleLogin", who)
        .from(scene.estate().address(who), ConsoleSession.BROWSER)
        .response("ConsoleLogin", "Success")
        .additional("LoginTo", PAGE, "MobileVersion", "No", "MFAUsed", "Yes")
        .signIn();
  }

  /// A user mistypes a name or password, and mostly succeeds in the end.
  static void failed(Scene scene, long second) {
    if (!scene.accountRegion().isGlobal()) {
      Refusals.ofAPerson(scene, second);
      return;
    }
    var who = scene.estate().person(scene.accountRegion(), scene.dice());
    var tries = 1 + scene.dice().below(3);
    for (var i = 0; i < tries; i++) {
      scene.add(refused(scene, scene.estate().address(who)), second + 12L * i);
    }
    if (scene.dice().inPercent(70)) {
      scene.add(succeeded(who, scene), second + 60);
    }
  }

  static Call refused(Scene scene, String address) {
    return Call.of("signin", "ConsoleLogin", Principal.unknown(scene.accountRegion().account()))
        .from(address, ConsoleSession.BROWSER)
        .failed("", "No username found in supplied account")
        .response("ConsoleLogin", "Failure")
        .additional("LoginTo", PAGE, "MobileVersion", "No", "MFAUsed", "No")
        .signIn();
  }
}

package io.tarn.demo.activity;

/// A Region of an account. Services without Regions record where IAM lives, in `us-east-1`.
record AccountRegion(String account, String region) {
  static final String GLOBAL = "us-east-1";

  boolean isGlobal() {
    return region.equals(GLOBAL);
  }

  String arn(String service, String resource) {
    return "arn:aws:" + service + ':' + region + ':' + account + ':' + resource;
  }
}

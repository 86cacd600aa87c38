package io.tarn.acceptance.isolation;

/// An event in which every text carries the marker.
final class MarkedEvent {
  private MarkedEvent() {}

  static String of(String marker) {
    return """
        {"eventVersion":"M-version","eventTime":"2026-03-02T08:14:05Z","eventID":"M-event","eventName":"M-eventName",\
        "eventSource":"M-source","awsRegion":"M-region","sourceIPAddress":"M-address","userAgent":"M-agent",\
        "errorCode":"M-code","errorMessage":"M-message","requestID":"M-request","eventType":"M-type",\
        "apiVersion":"M-api","eventCategory":"Management","recipientAccountId":"M-recipient","vpcEndpointId":"M-vpc",\
        "sharedEventID":"M-shared","readOnly":true,"managementEvent":true,\
        "userIdentity":{"type":"M-identity","principalId":"M-principal","arn":"M-arn","accountId":"M-account",\
        "accessKeyId":"M-key","userName":"M-user","sessionContext":{"sessionIssuer":{"type":"M-issuer",\
        "arn":"M-issuer-arn","userName":"M-issuer-name"},"attributes":{"mfaAuthenticated":"M-mfa"}}},\
        "requestParameters":{"M-parameter":"M-value"},"responseElements":{"M-element":"M-value"},\
        "additionalEventData":{"M-more":"M-value"},"serviceEventDetails":{"M-detail":"M-value"},\
        "resources":[{"accountId":"M-owner","type":"M-resource","ARN":"M-resource-arn"}],\
        "tlsDetails":{"tlsVersion":"M-tls","cipherSuite":"M-cipher","clientProvidedHostHeader":"M-host"}}"""
        .replace("M-", marker + "-");
  }
}

package io.tarn.scheduler.chargeback;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The meters that come with the product. They read the tenant's default store, and what Tarn has
/// written down of its own use.
final class BuiltInMeters {
  /// One row for each invocation, with what became of it. An event that is there more than once
  /// counts once. Lambda repeats asynchronous invocations that fail under the same request id, for
  /// at most six hours: one that has an attempt of the same function before it in that time is a
  /// retry. That is looked for before the window, too, so that every window tells the same.
  private static final String INVOCATIONS =
      """
      SELECT
        eventTime AS time, eventID AS eventId, functionArn AS function, invoker, account,
        role, sessionName, errorCode, 1 AS quantity
      FROM (
        SELECT
          eventTime, eventID, invoker, account, role, sessionName, errorCode, functionArn,
          lag(eventTime) OVER (PARTITION BY requestID, functionArn ORDER BY eventTime, eventID)
            AS attemptBefore,
          requestID
        FROM (
          SELECT
            eventTime,
            eventID,
            requestID,
            errorCode,
            coalesce(recipientAccountId, userIdentity.accountId, '') AS account,
            coalesce(userIdentity.arn, userIdentity.invokedBy, 'unknown') AS invoker,
            coalesce(userIdentity.sessionContext.sessionIssuer.userName, '') AS role,
            CASE WHEN userIdentity.type = 'AssumedRole'
              THEN coalesce(split_part(userIdentity.arn, '/', 3), '') ELSE '' END AS sessionName,
            CASE
              WHEN element_at(requestParameters, 'functionName') IS NULL THEN 'unknown'
              ELSE concat(
                CASE WHEN awsRegion LIKE 'cn-%' THEN 'arn:aws-cn:lambda:'
                  WHEN awsRegion LIKE 'us-gov-%' THEN 'arn:aws-us-gov:lambda:'
                  ELSE 'arn:aws:lambda:' END,
                coalesce(awsRegion, ''), ':',
                CASE
                  WHEN starts_with(element_at(requestParameters, 'functionName'), 'arn:')
                    THEN split_part(element_at(requestParameters, 'functionName'), ':', 5)
                  WHEN strpos(element_at(requestParameters, 'functionName'), ':function:') > 0
                    THEN split_part(element_at(requestParameters, 'functionName'), ':', 1)
                  ELSE coalesce(recipientAccountId, userIdentity.accountId, '') END,
                ':function:',
                CASE
                  WHEN strpos(element_at(requestParameters, 'functionName'), ':function:') > 0
                    THEN split_part(
                      substr(
                        element_at(requestParameters, 'functionName'),
                        strpos(element_at(requestParameters, 'functionName'), ':function:') + 10),
                      ':', 1)
                  ELSE split_part(element_at(requestParameters, 'functionName'), ':', 1) END)
            END AS functionArn,
            row_number() OVER (PARTITION BY eventID ORDER BY eventTime) AS copy
          FROM $EDS_ID
          WHERE eventTime >= {{window.start}} - INTERVAL '6' HOUR
            AND eventTime < {{window.end}}
            AND eventSource = 'lambda.amazonaws.com'
            AND eventName = 'Invoke') copies
        WHERE copy = 1) attempts
      WHERE eventTime >= {{window.start}} AND\s""";

  private static final String IS_RETRY =
      "(requestID IS NOT NULL AND attemptBefore IS NOT NULL"
          + " AND attemptBefore >= eventTime - INTERVAL '6' HOUR)";

  private static final MeterColumns OF_INVOCATIONS =
      new MeterColumns(
          "quantity",
          "time",
          List.of("function", "invoker"),
          "invoker",
          "role",
          "sessionName",
          "account",
          "function");

  private static final MeterColumns OF_EVENTS =
      new MeterColumns("quantity", "time", List.of("account"), null, null, null, "account", null);

  private static final String EVENTS =
      """
      SELECT eventTime AS time, eventID AS eventId, coalesce(recipientAccountId, '') AS account,
        %s AS quantity
      FROM $EDS_ID
      WHERE eventTime >= {{window.start}} AND eventTime < {{window.end}}""";

  private static final MeterColumns OF_PEOPLE =
      new MeterColumns("quantity", "time", List.of("person"), null, null, "person", null, null);

  /// What Tarn reads for its ledger and for chargeback itself is nobody's usage.
  private static final String SCANNED =
      """
      SELECT endedAt AS time, executionId, who AS person, coalesce(bytesScanned, 0) AS quantity
      FROM sys_usage
      WHERE endedAt >= {{window.start}} AND endedAt < {{window.end}} AND issuer <> 'tarn'""";

  /// All of them, by their ids.
  static final List<Meter> ALL =
      List.of(
          meter(
              "lambda-errors",
              "Lambda invocations that failed",
              "invocation",
              INVOCATIONS + "errorCode IS NOT NULL AND NOT " + IS_RETRY,
              OF_INVOCATIONS),
          meter(
              "lambda-invocations",
              "Lambda invocations",
              "invocation",
              INVOCATIONS + "errorCode IS NULL AND NOT " + IS_RETRY,
              OF_INVOCATIONS),
          meter(
              "lambda-retries",
              "Lambda invocations that repeat one",
              "invocation",
              INVOCATIONS + IS_RETRY,
              OF_INVOCATIONS),
          meter("tarn-events", "Events in Tarn", "event", EVENTS.formatted("1"), OF_EVENTS),
          meter(
              "tarn-stored-bytes",
              "Bytes of events stored in Tarn",
              "byte",
              EVENTS.formatted("length(to_utf8(eventJson))"),
              OF_EVENTS),
          meter("tarn-scanned-bytes", "Bytes scanned by statements", "byte", SCANNED, OF_PEOPLE));

  private BuiltInMeters() {}

  private static Meter meter(
      String id, String name, String unit, String statement, MeterColumns columns) {
    var definition = new MeterDefinition(name, unit, null, statement, List.of(), Map.of(), columns);
    return new Meter(id, definition, true, true, 0);
  }

  static @Nullable Meter find(String id) {
    return ALL.stream().filter(meter -> meter.id().equals(id)).findFirst().orElse(null);
  }
}

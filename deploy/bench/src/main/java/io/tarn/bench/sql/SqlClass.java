package io.tarn.bench.sql;

import java.io.IOException;
import java.util.List;

/// A class of questions: a statement in Lake SQL, and what somebody who knows the tables would
/// write in its place.
record SqlClass(String name, String lake, String byHand) {
  /// What is looked for.
  ///
  /// @param function the ARN of a Lambda function
  /// @param accessKey the id of an access key
  record Literals(String function, String accessKey) {
    static final String BUSIEST_FUNCTION =
        """
        select request_parameters ->> 'functionName' from %s
        where event_name = 'Invoke' group by 1 order by count(*) desc limit 1""";
    static final String KEY_OF_SIXTY =
        """
        select user_identity_access_key_id from %s
        where user_identity_access_key_id is not null
        group by 1 order by abs(count(*) - 60), 1 limit 1""";
  }

  private static final String NO_UPLOAD = "00000000-0000-0000-0000-000000000000";
  private static final String WEEK = SqlTenant.END.minusDays(7) + " 00:00:00";
  private static final String MONTH = SqlTenant.FIRST_DAY + " 00:00:00";

  /// All classes, over a table.
  static List<SqlClass> all(String table, Literals literals) {
    return CLASSES.stream().map(each -> each.of(table, literals)).toList();
  }

  /// Finds one text.
  @FunctionalInterface
  interface Search {
    String one(String sql) throws IOException;
  }

  /// Further classes, by hand only, that look for few events.
  static List<SqlClass> lookUps(String table, Search search) throws IOException {
    var id = search.one("select event_id from %s offset 1000 limit 1".formatted(table));
    var arn =
        search.one(
            """
            select user_identity_arn from %s where user_identity_arn is not null
            group by 1 order by abs(count(*) - 200), 1 limit 1"""
                .formatted(table));
    var lately = search.one("select max(ingest_position) - 3600 from " + table);
    return List.of(
        new SqlClass(
            "Q11 by id", "", "select * from %s where event_id = '%s'".formatted(table, id)),
        new SqlClass(
            "Q12 one principal, 30 days",
            "",
            """
            select event_time, event_name from %s
            where user_identity_arn = '%s' and event_time >= '%s' order by event_time desc"""
                .formatted(table, arn, MONTH)),
        new SqlClass(
            "Q13 the 100 newest",
            "",
            "select event_time, event_name from %s order by event_time desc limit 100"
                .formatted(table)),
        new SqlClass(
            "Q14 an upload's events",
            "",
            "select count(*) from %s where upload_id = '%s'".formatted(table, NO_UPLOAD)),
        new SqlClass(
            "Q15 writes of the last hour, as a ledger asks",
            "",
            """
            select event_json from %s
            where ingest_position >= %s
              and error_code is null and (read_only = false or read_only is null)"""
                .formatted(table, lately)));
  }

  private SqlClass of(String table, Literals literals) {
    return new SqlClass(name, filled(lake, table, literals), filled(byHand, table, literals));
  }

  private static String filled(String text, String table, Literals literals) {
    return text.replace("${table}", table)
        .replace("${week}", WEEK)
        .replace("${month}", MONTH)
        .replace("${function}", literals.function())
        .replace("${key}", literals.accessKey());
  }

  private static final List<SqlClass> CLASSES =
      List.of(
          new SqlClass(
              "Q1 ECS exec, 7 days",
              """
              SELECT eventTime, userIdentity.arn, sourceIPAddress,
                element_at(requestParameters, 'cluster') AS cluster,
                element_at(requestParameters, 'task') AS task
              FROM $EDS_ID
              WHERE eventName = 'ExecuteCommand' AND eventTime >= '${week}'
              ORDER BY eventTime DESC""",
              """
              select event_time, user_identity_arn, source_ip_address,
                request_parameters ->> 'cluster', request_parameters ->> 'task'
              from ${table}
              where event_name = 'ExecuteCommand' and event_time >= '${week}'
              order by event_time desc"""),
          new SqlClass(
              "Q2 console writes, 7 days",
              """
              SELECT eventTime, eventSource, eventName, userIdentity.arn, awsRegion
              FROM $EDS_ID
              WHERE sessionCredentialFromConsole = 'true' AND readOnly = false
                AND eventTime >= '${week}'
              ORDER BY eventTime DESC""",
              """
              select event_time, event_source, event_name, user_identity_arn, aws_region
              from ${table}
              where session_credential_from_console = 'true' and read_only = false
                and event_time >= '${week}'
              order by event_time desc"""),
          new SqlClass(
              "Q3 Invoke of one function, 30 days",
              """
              SELECT userIdentity.arn, count(*) AS calls, max(eventTime) AS latest
              FROM $EDS_ID
              WHERE eventName = 'Invoke'
                AND element_at(requestParameters, 'functionName') = '${function}'
                AND eventTime >= '${month}'
              GROUP BY userIdentity.arn
              ORDER BY calls DESC""",
              """
              select user_identity_arn, count(*) as calls, max(event_time)
              from ${table}
              where event_name = 'Invoke' and request_parameters ->> 'functionName' = '${function}'
                and event_time >= '${month}'
              group by user_identity_arn
              order by calls desc"""),
          new SqlClass(
              "Q4 count by source and name, 30 days",
              """
              SELECT eventSource, eventName, count(*) AS events
              FROM $EDS_ID
              WHERE eventTime >= '${month}'
              GROUP BY eventSource, eventName
              ORDER BY events DESC""",
              """
              select event_source, event_name, count(*) as events
              from ${table}
              where event_time >= '${month}'
              group by event_source, event_name
              order by events desc"""),
          new SqlClass(
              "Q5 AccessDenied by hour and principal",
              """
              SELECT date_trunc('hour', eventTime) AS hour, userIdentity.arn, count(*) AS refusals
              FROM $EDS_ID
              WHERE errorCode = 'AccessDenied' AND eventTime >= '${month}'
              GROUP BY 1, 2
              ORDER BY 1, 3 DESC""",
              """
              select date_trunc('hour', event_time), user_identity_arn, count(*)
              from ${table}
              where error_code = 'AccessDenied' and event_time >= '${month}'
              group by 1, 2
              order by 1, 3 desc"""),
          new SqlClass(
              "Q6 one access key, 30 days",
              """
              SELECT eventTime, eventSource, eventName, sourceIPAddress, errorCode
              FROM $EDS_ID
              WHERE userIdentity.accessKeyId = '${key}' AND eventTime >= '${month}'
              ORDER BY eventTime""",
              """
              select event_time, event_source, event_name, source_ip_address, error_code
              from ${table}
              where user_identity_access_key_id = '${key}' and event_time >= '${month}'
              order by event_time"""),
          new SqlClass(
              "Q7 LIKE on a parameter, 30 days",
              """
              SELECT eventName, element_at(requestParameters, 'bucketName') AS bucket,
                count(*) AS events
              FROM $EDS_ID
              WHERE element_at(requestParameters, 'bucketName') LIKE '%o%'
                AND eventTime >= '${month}'
              GROUP BY eventName, element_at(requestParameters, 'bucketName')
              ORDER BY events DESC""",
              """
              select event_name, request_parameters ->> 'bucketName' as bucket, count(*) as events
              from ${table}
              where request_parameters ->> 'bucketName' like '%o%' and event_time >= '${month}'
              group by 1, 2
              order by events desc"""),
          new SqlClass(
              "Q8 assumed roles joined to later events, 7 days",
              """
              SELECT assumed.role, later.eventName, count(*) AS events
              FROM (
                SELECT split_part(element_at(requestParameters, 'roleArn'), '/', 2) AS role,
                  min(eventTime) AS since
                FROM $EDS_ID
                WHERE eventName = 'AssumeRole' AND eventTime >= '${week}'
                GROUP BY 1
              ) AS assumed
              JOIN $EDS_ID AS later
                ON later.userIdentity.sessionContext.sessionIssuer.userName = assumed.role
                AND later.eventTime > assumed.since
              WHERE later.eventTime >= '${week}'
              GROUP BY assumed.role, later.eventName
              ORDER BY events DESC""",
              """
              select assumed.role, later.event_name, count(*) as events
              from (
                select split_part(request_parameters ->> 'roleArn', '/', 2) as role,
                  min(event_time) as since
                from ${table}
                where event_name = 'AssumeRole' and event_time >= '${week}'
                group by 1
              ) as assumed
              join ${table} as later
                on later.user_identity_session_context_session_issuer_user_name = assumed.role
                and later.event_time > assumed.since
              where later.event_time >= '${week}'
              group by 1, 2
              order by events desc"""),
          new SqlClass(
              "Q9 addresses by user and day, 30 days",
              """
              SELECT userIdentity.arn, date(eventTime) AS day,
                count(DISTINCT sourceIPAddress) AS addresses
              FROM $EDS_ID
              WHERE eventTime >= '${month}'
              GROUP BY userIdentity.arn, date(eventTime)
              ORDER BY addresses DESC""",
              """
              select user_identity_arn, day, count(source_ip_address) as addresses
              from (
                select distinct user_identity_arn, event_time::date as day, source_ip_address
                from ${table}
                where event_time >= '${month}'
              ) as seen
              group by 1, 2
              order by addresses desc"""),
          new SqlClass(
              "Q10 all events by day",
              """
              SELECT date(eventTime) AS day, count(*) AS events, count(errorCode) AS failures
              FROM $EDS_ID
              GROUP BY date(eventTime)
              ORDER BY day""",
              """
              select event_time::date as day, count(*), count(error_code)
              from ${table}
              group by 1
              order by 1"""));
}

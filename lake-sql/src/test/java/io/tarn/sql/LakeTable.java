package io.tarn.sql;

import io.tarn.common.postgres.TenantFixture;
import io.tarn.common.schema.EventCategory;
import io.tarn.sql.oracle.Answer;
import io.tarn.testing.TestParts;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A small event data store in a real PostgreSQL, asked under its tenant's own login.
final class LakeTable {
  private static final int LONGEST_SECONDS = 20;
  private static final int IDENTITY = 1;
  private static final int SESSION_CONTEXT = 2;
  private static final int SESSION_ISSUER = 8;

  private final TestParts parts;
  private final TranslationContext context;

  /// For many statements one after the other; ends with the process.
  private @Nullable Connection open;

  private LakeTable(TestParts parts, TranslationContext context) {
    this.parts = parts;
    this.context = context;
  }

  static LakeTable create() throws SQLException {
    return create(LakeTable::fill);
  }

  /// A table of events that are given as the JSON of a trail.
  static LakeTable of(List<String> events) throws SQLException {
    return create(
        (tenant, store) -> {
          for (var json : events) {
            var event = StoredEvent.of(json);
            tenant.event(store, event.time(), event.id(), event.columns());
          }
        });
  }

  private static LakeTable create(Filling filling) throws SQLException {
    var parts = TestParts.running();
    try (var provisioner = parts.connectAs("tarn_ingest")) {
      var tenant = TenantFixture.create(provisioner, parts.masterSecret());
      var id = tenant.store("main", true);
      filling.fill(tenant, id);
      var stores = new ArrayList<EventDataStore>();
      stores.add(new EventDataStore(id, "main", "arn", EventCategory.CLOUDTRAIL, true));
      stores.addAll(OtherCategories.fill(tenant));
      return new LakeTable(
          parts, new TranslationContext(tenant.tenant().schema(), stores, Instant.EPOCH));
    }
  }

  /// The rows of the answer, one a line, in Lake's text form.
  String answer(String statement) throws SQLException {
    var translation = new Translator().translate(statement, context);
    try (var connection = parts.connectAs(context.tenantSchema())) {
      return answer(connection, translation);
    }
  }

  /// The same as [#answer] without some rules.
  String answerWithout(Set<String> rules, String statement) throws SQLException {
    var translation = new Translator().translateWithout(rules, statement, context);
    try (var connection = parts.connectAs(context.tenantSchema())) {
      return answer(connection, translation);
    }
  }

  /// The first column of each row.
  List<String> rows(String statement, ValueText text) throws SQLException {
    var translation = new Translator().translate(statement, context);
    if (open == null) {
      open = parts.connectAs(context.tenantSchema());
    }
    try (var prepared = open.prepareStatement(translation.sql())) {
      bind(prepared, translation);
      try (var rows = prepared.executeQuery()) {
        var values = new ArrayList<String>();
        while (rows.next()) {
          values.add(text.of(translation.columns().getFirst(), rows));
        }
        return values;
      }
    }
  }

  /// What we answer, in the form of the oracle's answers.
  ///
  /// @throws StatementException where we refuse the statement
  Answer ask(String statement) {
    var translation = translation(statement);
    try {
      if (open == null) {
        open = parts.connectAs(context.tenantSchema());
      }
      try (var prepared = open.prepareStatement(translation.sql())) {
        prepared.setQueryTimeout(LONGEST_SECONDS);
        bind(prepared, translation);
        try (var rows = prepared.executeQuery()) {
          return TarnRows.read(rows, translation.columns());
        }
      }
    } catch (SQLException failure) {
      var message = String.valueOf(failure.getMessage());
      return new Answer.Refusal(String.valueOf(failure.getSQLState()), message, 0, 0);
    }
  }

  Translation translation(String statement) {
    return new Translator().translate(statement, context);
  }

  /// Puts events into a new store.
  private interface Filling {
    void fill(TenantFixture tenant, UUID store) throws SQLException;
  }

  /// The text of a value.
  interface ValueText {
    String of(OutputColumn column, ResultSet row) throws SQLException;
  }

  /// How PostgreSQL would find the answer, were the table too large to be read as a whole.
  String plan(String statement) throws SQLException {
    var translation = new Translator().translate(statement, context);
    try (var connection = parts.connectAs(context.tenantSchema());
        var settings = connection.createStatement()) {
      settings.execute("set enable_seqscan = off");
      try (var explain = connection.prepareStatement("explain " + translation.sql())) {
        bind(explain, translation);
        try (var lines = explain.executeQuery()) {
          return text(lines);
        }
      }
    }
  }

  private static String text(ResultSet lines) throws SQLException {
    var text = new StringBuilder();
    while (lines.next()) {
      text.append(lines.getString(1)).append('\n');
    }
    return text.toString();
  }

  private static void bind(PreparedStatement statement, Translation translation)
      throws SQLException {
    int position = 1;
    for (var value : translation.parameters()) {
      statement.setObject(position++, value);
    }
  }

  private static String answer(Connection connection, Translation translation) throws SQLException {
    try (var statement = connection.prepareStatement(translation.sql())) {
      bind(statement, translation);
      try (var rows = statement.executeQuery()) {
        return rows(rows, translation.columns());
      }
    }
  }

  private static String rows(ResultSet rows, List<OutputColumn> columns) throws SQLException {
    var lines = new StringBuilder();
    while (rows.next()) {
      var cells = new ArrayList<String>();
      for (var column : columns) {
        cells.add(LakeText.of(column, rows));
      }
      lines.append("-- ").append(String.join(" | ", cells)).append('\n');
    }
    return lines.toString();
  }

  private static void fill(TenantFixture tenant, UUID store) throws SQLException {
    tenant.event(
        store,
        "2023-05-01 10:00:00",
        "e1",
        Map.of(
            "event_name", "RunInstances",
            "event_source", "ec2.amazonaws.com",
            "read_only", false,
            "struct_presence", IDENTITY,
            "user_identity_type", "IAMUser",
            "user_identity_arn", "arn:aws:iam::111122223333:user/alice",
            "request_parameters", "{\"instanceType\":\"t2.micro\",\"imageId\":\"ami-1\"}",
            "request_parameters_order", new byte[] {1, 0}));
    tenant.event(
        store,
        "2023-05-01 10:00:00.001",
        "e2",
        Map.of(
            "event_name", "RunInstances",
            "event_source", "ec2.amazonaws.com",
            "read_only", false,
            "error_code", "Client.UnauthorizedOperation",
            "struct_presence", IDENTITY,
            "user_identity_type", "IAMUser",
            "request_parameters", "{\"imageId\":\"ami-1\",\"instanceType\":\"t2.micro\"}"));
    tenant.event(
        store,
        "2023-05-02 00:00:00",
        "e3",
        Map.of(
            "event_name", "AssumeRole",
            "event_source", "sts.amazonaws.com",
            "read_only", true,
            "struct_presence", IDENTITY | SESSION_CONTEXT | SESSION_ISSUER,
            "user_identity_type", "AssumedRole",
            "user_identity_session_context_session_issuer_arn", "arn:aws:iam::1:role/Admin",
            "user_identity_session_context_session_issuer_user_name", "Admin",
            "request_parameters", "{\"bucketName\":null,\"acl\":\"private\"}"));
    tenant.event(
        store,
        "2023-12-31 23:59:59.999",
        "e4",
        Map.of(
            "event_name", "a\\b_c%",
            "event_source", "odd.example",
            "session_credential_from_console", "true",
            "resources",
                "[{\"arn\":\"arn:1\",\"accountid\":\"1\"},{\"arn\":\"arn:2\",\"type\":\"AWS::S3::Bucket\"}]"));
    tenant.event(
        store,
        "2024-01-01 00:00:00",
        "e5",
        Map.of(
            "event_name", "Z\uD83D\uDE00",
            "event_source", "odd.example",
            "read_only", true,
            "struct_presence", 1 << 8 | 1 << 9,
            "event_context_tag_context_principal_tags", "{\"team\":\"red\",\"a\":\"1\"}",
            "event_context_tag_context_principal_tags_order", new byte[] {1, 0},
            "event_context_tag_context_resource_tags",
                "[{\"arn\":\"arn:1\",\"tags\":{\"env\":\"prod\"}}]",
            "event_json", "{\"eventID\":\"e5\",\"n\":\"Z\uD83D\uDE00\"}",
            "digest", "e5".getBytes(StandardCharsets.UTF_8)));
    tenant.event(
        store,
        "2024-06-01 12:30:00",
        "e6",
        Map.of("event_name", "Z\uFF5E", "event_source", "odd.example"));
  }
}

package io.tarn.common.proof;

import static io.tarn.common.proof.ProofJson.array;
import static io.tarn.common.proof.ProofJson.child;
import static io.tarn.common.proof.ProofJson.flag;
import static io.tarn.common.proof.ProofJson.hold;
import static io.tarn.common.proof.ProofJson.id;
import static io.tarn.common.proof.ProofJson.idOrNull;
import static io.tarn.common.proof.ProofJson.number;
import static io.tarn.common.proof.ProofJson.numberOrNull;
import static io.tarn.common.proof.ProofJson.text;
import static io.tarn.common.proof.ProofJson.textOrNull;
import static io.tarn.common.proof.ProofJson.time;
import static io.tarn.common.proof.ProofJson.timeOrNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tarn.common.proof.ResultStatement.Coverage;
import io.tarn.common.proof.ResultStatement.Execution;
import io.tarn.common.proof.ResultStatement.Outcome;
import io.tarn.common.proof.ResultStatement.Query;
import io.tarn.common.proof.ResultStatement.Store;
import io.tarn.common.proof.ResultStatement.Tenant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A result's statement in the form of an in-toto statement (v1): its files are the subjects, the
/// rest is the predicate. JSON Schema: `docs/reference/result-statement.schema.json`.
public final class InTotoStatement {
  /// The name of the file, a DSSE envelope with this statement.
  public static final String FILE_NAME = "result_statement.dsse.json";

  /// The type of every in-toto statement.
  public static final String TYPE = "https://in-toto.io/Statement/v1";

  /// The type of our predicate.
  public static final String PREDICATE_TYPE = "https://tarn.dev/result/v1";

  private InTotoStatement() {}

  /// The statement as JSON: the payload that is signed.
  public static byte[] toJson(ResultStatement statement) {
    var node = ProofJson.object().put("_type", TYPE);
    var subjects = node.putArray("subject");
    for (var file : statement.files()) {
      var subject = subjects.addObject().put("name", file.name());
      subject.putObject("digest").put("sha256", file.sha256());
    }
    node.put("predicateType", PREDICATE_TYPE);
    var predicate = node.putObject("predicate");
    var tenant = statement.tenant();
    predicate.putObject("tenant").put("id", tenant.id()).put("slug", tenant.slug());
    putExecution(predicate.putObject("execution"), statement.execution());
    ProofJson.putRequester(predicate, statement.requester());
    putQuery(predicate.putObject("query"), statement.query());
    putCoverage(predicate.putObject("coverage"), statement.coverage());
    putOutcome(predicate.putObject("result"), statement);
    putUnlessNull(predicate, "previousStatement", statement.previousStatement());
    return ProofJson.write(node);
  }

  private static void putExecution(ObjectNode node, Execution execution) {
    node.put("id", execution.id().toString());
    node.put("region", execution.region());
    putUnlessNull(node, "run", execution.run());
    putUnlessNull(node, "schedule", execution.schedule());
    node.put("submittedAt", execution.submittedAt().toString());
    node.put("completedAt", execution.completedAt().toString());
  }

  private static void putQuery(ObjectNode node, Query query) {
    node.put("statement", query.statement());
    node.set("parameters", query.parameters());
    node.set("values", query.values());
    var stores = node.putArray("stores");
    for (var store : query.stores()) {
      stores.addObject().put("id", store.id()).put("name", store.name());
    }
    putUnlessNull(node, "snapshotPosition", query.snapshotPosition());
  }

  private static void putCoverage(ObjectNode node, Coverage coverage) {
    putUnlessNull(node, "from", coverage.from());
    putUnlessNull(node, "to", coverage.to());
    putUnlessNull(node, "eventsScanned", coverage.eventsScanned());
    putUnlessNull(node, "bytesScanned", coverage.bytesScanned());
  }

  private static void putOutcome(ObjectNode node, ResultStatement statement) {
    var outcome = statement.outcome();
    node.put("rows", outcome.rows());
    node.put("isTruncated", outcome.isTruncated());
    node.put("isPartial", outcome.isPartial());
    var files = node.putArray("files");
    for (var file : statement.files()) {
      files
          .addObject()
          .put("name", file.name())
          .put("bytes", file.bytes())
          .put("rows", file.rows());
    }
  }

  private static void putUnlessNull(ObjectNode node, String field, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Long number -> node.put(field, number);
      default -> node.put(field, value.toString());
    }
  }

  /// @throws ProofFormatException if it is no statement of a result
  public static ResultStatement parse(byte[] json) {
    var node = ProofJson.readObject(json);
    hold(node, "_type", TYPE);
    hold(node, "predicateType", PREDICATE_TYPE);
    var predicate = child(node, "predicate");
    var tenant = child(predicate, "tenant");
    var result = child(predicate, "result");
    return new ResultStatement(
        files(array(node, "subject"), array(result, "files")),
        new Tenant(text(tenant, "id"), text(tenant, "slug")),
        execution(child(predicate, "execution")),
        ProofJson.requester(predicate),
        query(child(predicate, "query")),
        coverage(child(predicate, "coverage")),
        new Outcome(number(result, "rows"), flag(result, "isTruncated"), flag(result, "isPartial")),
        textOrNull(predicate, "previousStatement"));
  }

  private static List<ResultFile> files(JsonNode subjects, JsonNode files) {
    if (subjects.size() != files.size()) {
      throw new ProofFormatException("has other files in its subject than in its result");
    }
    var found = new ArrayList<ResultFile>();
    for (int index = 0; index < files.size(); index++) {
      var name = text(subjects.path(index), "name");
      hold(files.path(index), "name", name);
      found.add(
          new ResultFile(
              name,
              number(files.path(index), "bytes"),
              number(files.path(index), "rows"),
              text(child(subjects.path(index), "digest"), "sha256")));
    }
    return found;
  }

  private static Execution execution(JsonNode node) {
    return new Execution(
        id(node, "id"),
        text(node, "region"),
        idOrNull(node, "run"),
        idOrNull(node, "schedule"),
        time(node, "submittedAt"),
        time(node, "completedAt"));
  }

  private static Query query(JsonNode node) {
    var stores = new ArrayList<Store>();
    for (var store : array(node, "stores")) {
      stores.add(new Store(text(store, "id"), text(store, "name")));
    }
    return new Query(
        text(node, "statement"),
        array(node, "parameters"),
        child(node, "values"),
        stores,
        numberOrNull(node, "snapshotPosition"));
  }

  private static Coverage coverage(JsonNode node) {
    return new Coverage(
        timeOrNull(node, "from"),
        timeOrNull(node, "to"),
        numberOrNull(node, "eventsScanned"),
        numberOrNull(node, "bytesScanned"));
  }
}

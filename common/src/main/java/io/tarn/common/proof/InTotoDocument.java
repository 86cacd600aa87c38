package io.tarn.common.proof;

import static io.tarn.common.proof.ProofJson.array;
import static io.tarn.common.proof.ProofJson.child;
import static io.tarn.common.proof.ProofJson.number;
import static io.tarn.common.proof.ProofJson.text;
import static io.tarn.common.proof.ProofJson.time;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.common.proof.ResultStatement.Tenant;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// A document's statement in the form of an in-toto statement (v1): its files are the subjects, the
/// rest is the predicate. It has the name that statements of results have. JSON Schema:
/// `docs/reference/document-statement.schema.json`.
public final class InTotoDocument {
  /// The type of the predicate.
  public static final String PREDICATE_TYPE = "https://tarn.dev/document/v1";

  private InTotoDocument() {}

  /// The statement as JSON: the payload that is signed.
  public static byte[] toJson(DocumentStatement statement) {
    var node = ProofJson.object().put("_type", InTotoStatement.TYPE);
    var subjects = node.putArray("subject");
    for (var file : statement.files()) {
      var subject = subjects.addObject().put("name", file.name());
      subject.putObject("digest").put("sha256", file.sha256());
    }
    node.put("predicateType", PREDICATE_TYPE);
    var predicate = node.putObject("predicate");
    var tenant = statement.tenant();
    predicate.putObject("tenant").put("id", tenant.id()).put("slug", tenant.slug());
    var document =
        predicate
            .putObject("document")
            .put("kind", statement.kind())
            .put("month", statement.month().toString())
            .put("state", statement.state())
            .put("region", statement.region())
            .put("completedAt", statement.completedAt().toString());
    var files = document.putArray("files");
    for (var file : statement.files()) {
      files.addObject().put("name", file.name()).put("bytes", file.bytes());
    }
    ProofJson.putRequester(predicate, statement.requester());
    return ProofJson.write(node);
  }

  /// @throws ProofFormatException if it is no statement of a document
  public static DocumentStatement parse(byte[] json) {
    var node = ProofJson.readObject(json);
    ProofJson.hold(node, "_type", InTotoStatement.TYPE);
    ProofJson.hold(node, "predicateType", PREDICATE_TYPE);
    var predicate = child(node, "predicate");
    var tenant = child(predicate, "tenant");
    var document = child(predicate, "document");
    return new DocumentStatement(
        files(array(node, "subject"), array(document, "files")),
        new Tenant(text(tenant, "id"), text(tenant, "slug")),
        text(document, "kind"),
        month(text(document, "month")),
        text(document, "state"),
        ProofJson.requester(predicate),
        text(document, "region"),
        time(document, "completedAt"));
  }

  private static List<DocumentFile> files(JsonNode subjects, JsonNode files) {
    if (subjects.size() != files.size()) {
      throw new ProofFormatException("has other files in its subject than in its document");
    }
    var found = new ArrayList<DocumentFile>();
    for (int index = 0; index < files.size(); index++) {
      var name = text(subjects.path(index), "name");
      ProofJson.hold(files.path(index), "name", name);
      found.add(
          new DocumentFile(
              name,
              number(files.path(index), "bytes"),
              text(child(subjects.path(index), "digest"), "sha256")));
    }
    return found;
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException notAMonth) {
      throw new ProofFormatException("has no month in 'month'", notAMonth);
    }
  }
}

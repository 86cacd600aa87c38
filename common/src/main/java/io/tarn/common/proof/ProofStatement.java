package io.tarn.common.proof;

import io.tarn.common.proof.ResultStatement.Tenant;
import java.time.Instant;
import java.util.List;

/// What is signed of files: whose they are, where and when they were signed.
public sealed interface ProofStatement permits ResultStatement, DocumentStatement {
  /// The files, in the order of the sign file.
  List<? extends SignedFile> files();

  /// Whose they are.
  Tenant tenant();

  /// The Region of the installation, as in the sign file.
  String region();

  /// When they were complete and signed: the same as in the sign file, in whole seconds.
  Instant completedAt();

  /// The statement in the form of an in-toto statement: the payload that is signed.
  default byte[] toJson() {
    return switch (this) {
      case ResultStatement result -> InTotoStatement.toJson(result);
      case DocumentStatement document -> InTotoDocument.toJson(document);
    };
  }

  /// The statement of a payload, of whichever type it is.
  ///
  /// @throws ProofFormatException if it is none
  static ProofStatement parse(byte[] json) {
    var type = ProofJson.readObject(json).path("predicateType").asText();
    return type.equals(InTotoDocument.PREDICATE_TYPE)
        ? InTotoDocument.parse(json)
        : InTotoStatement.parse(json);
  }
}

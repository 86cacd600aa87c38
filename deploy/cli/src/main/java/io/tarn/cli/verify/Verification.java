package io.tarn.cli.verify;

import io.tarn.common.proof.ProofStatement;
import io.tarn.common.proof.SignFile;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a verification found out.
///
/// @param findings what is wrong, in the order in which it was found; empty where nothing is
/// @param statement what the export says of itself, where it was signed with a known key
public record Verification(
    List<Finding> findings, Optional<SignFile> signFile, Optional<SignedStatement> statement) {

  /// A statement whose signature is valid.
  ///
  /// @param statement of a result or of a document
  /// @param payloadSha256 by which the next statement of the same schedule names it
  public record SignedStatement(ProofStatement statement, String payloadSha256) {}

  public Verification {
    findings = List.copyOf(findings);
  }

  public boolean isValid() {
    return findings.isEmpty();
  }

  /// 0 where all is valid; otherwise that of the gravest finding.
  public int exitCode() {
    return findings.stream()
        .map(Finding::kind)
        .min(Comparator.naturalOrder())
        .map(Finding.Kind::exitCode)
        .orElse(0);
  }
}

package io.tarn.common.proof;

import io.tarn.common.proof.ResultStatement.Requester;
import io.tarn.common.proof.ResultStatement.Tenant;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/// What a signed document of a month says of itself.
///
/// @param files the forms of the document, in the order of the sign file
/// @param kind what it is: `change-report`, `chargeback-statement`
/// @param month the month that it is of, UTC
/// @param state whether it may still change: `final`, `provisional`, `closed`
/// @param requester who asked for it
/// @param region the Region of the installation, as in the sign file
/// @param completedAt when it was written and signed: the same as in the sign file, in whole
///     seconds
public record DocumentStatement(
    List<DocumentFile> files,
    Tenant tenant,
    String kind,
    YearMonth month,
    String state,
    Requester requester,
    String region,
    Instant completedAt)
    implements ProofStatement {
  public DocumentStatement {
    files = List.copyOf(files);
    completedAt = completedAt.truncatedTo(ChronoUnit.SECONDS);
    if (files.isEmpty()) {
      throw new ProofFormatException("names no file");
    }
  }
}

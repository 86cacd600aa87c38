package io.tarn.ingest.intake.form;

import io.tarn.ingest.intake.piece.Piece;
import io.tarn.ingest.intake.piece.SourceLocation;
import io.tarn.ingest.record.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What is found in a file, in a form that tests can compare.
record Found(List<Piece> pieces) {
  static final FileLimits LIMITS = new FileLimits(4 * 1024 * 1024, 500);

  static Found in(String text) {
    return in(text.getBytes(StandardCharsets.UTF_8));
  }

  static Found in(byte[] bytes) {
    return in(new ByteArrayInputStream(bytes));
  }

  static Found in(InputStream body) {
    return in(body, LIMITS);
  }

  static Found in(InputStream body, FileLimits limits) {
    var pieces = new ArrayList<Piece>();
    try {
      new EventFile(limits).read(body, pieces::add);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Found(pieces);
  }

  /// The texts of what may be events.
  List<String> texts() {
    return pieces.stream()
        .filter(Piece.Candidate.class::isInstance)
        .map(piece -> text(((Piece.Candidate) piece).bytes()))
        .toList();
  }

  List<Piece.Broken> broken() {
    return pieces.stream()
        .filter(Piece.Broken.class::isInstance)
        .map(Piece.Broken.class::cast)
        .toList();
  }

  List<RejectionReason> refusals() {
    return broken().stream().map(Piece.Broken::reason).toList();
  }

  List<SourceLocation> locations() {
    return pieces.stream().map(Piece::location).toList();
  }

  /// Every piece in a line of its own.
  List<String> lines() {
    return pieces.stream().map(Found::line).toList();
  }

  private static String line(Piece piece) {
    var place = piece.location().text();
    return switch (piece) {
      case Piece.Candidate(_, var bytes) -> "%s event %s".formatted(place, text(bytes));
      case Piece.Broken(_, var reason, _, var bytes) ->
          "%s %s %s".formatted(place, reason.value(), text(bytes));
      case Piece.DigestFile(_, var bytes) -> "%s digest %s".formatted(place, text(bytes));
    };
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}

package io.tarn.service.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/// A value of a body that is of the right type and cannot be stored. `reason` goes on after the
/// name of the field: "must not hold the character U+0000".
public final class RefusedValueException extends MismatchedInputException {
  private final String reason;

  public RefusedValueException(JsonParser parser, Class<?> type, String reason) {
    super(parser, reason, type);
    this.reason = reason;
  }

  public String reason() {
    return reason;
  }
}

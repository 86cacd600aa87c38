package io.tarn.sql.parameter;

import io.tarn.sql.type.Type;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// What values a parameter takes.
public enum ParameterType {
  TEXT("text", Type.VARCHAR),
  /// A whole number.
  INTEGER("integer", Type.BIGINT),
  NUMBER("number", Type.DOUBLE),
  BOOLEAN("boolean", Type.BOOLEAN),
  DATE("date", Type.DATE),
  /// In UTC.
  TIMESTAMP("timestamp", Type.TIMESTAMP),
  /// Two values, `{{name.start}}` (inclusive) and `{{name.end}}` (exclusive), in UTC.
  TIME_RANGE("time-range", Type.TIMESTAMP),
  /// Several values of another type.
  LIST("list", new Type.Array(Type.VARCHAR)),
  /// The id of an AWS account, of 12 digits.
  ACCOUNT("account", Type.VARCHAR),
  REGION("region", Type.VARCHAR),
  /// The ARN of whoever acts.
  PRINCIPAL("principal", Type.VARCHAR),
  EVENT_NAME("event-name", Type.VARCHAR),
  /// The name or the ARN of a Lambda function.
  FUNCTION("function", Type.VARCHAR),
  /// One of the texts that the declaration lists.
  CHOICE("choice", Type.VARCHAR),
  /// A network as CIDR; a lone IP address is the network of that address.
  CIDR("cidr", Type.VARCHAR);

  private final String wireName;

  // Types are unmodifiable, which the checker cannot see.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Type sqlType;

  ParameterType(String wireName, Type sqlType) {
    this.wireName = wireName;
    this.sqlType = sqlType;
  }

  /// The name in declarations: `time-range`.
  public String wireName() {
    return wireName;
  }

  /// The type of the value in the statement; of a list that of texts.
  Type sqlType() {
    return sqlType;
  }

  /// Whether a list can have items of this type.
  boolean isOfItems() {
    return this != LIST && this != TIME_RANGE && this != CHOICE;
  }

  public static Optional<ParameterType> of(String wireName) {
    return Arrays.stream(values()).filter(type -> type.wireName.equals(wireName)).findFirst();
  }

  /// The names of all, with commas between.
  public static String wireNames() {
    return Arrays.stream(values()).map(ParameterType::wireName).collect(Collectors.joining(", "));
  }
}

package io.tarn.sql.parameter;

import io.tarn.common.net.IpAddress;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the values of one parameter as JSON brings them: texts, numbers, truths, lists, objects.
final class ValueReader {
  static final int LONGEST_TEXT = 10_000;
  static final int LONGEST_LIST = 1000;

  private static final Map<ParameterType, Form> FORMS =
      Map.of(
          ParameterType.ACCOUNT,
          form("[0-9]{12}", "must be the id of an account, of 12 digits"),
          ParameterType.REGION,
          form("[a-z]{2}(?:-[a-z]{2,12}){1,3}-[0-9]{1,2}", "must be a Region such as eu-west-1"),
          ParameterType.PRINCIPAL,
          form(
              "arn:[a-z-]+:(?:iam|sts)::[0-9]{12}:[\\x21-\\x7e]{1,1500}",
              "must be the ARN of a principal, such as arn:aws:iam::123456789012:user/Eve"),
          ParameterType.EVENT_NAME,
          form("[A-Za-z][A-Za-z0-9_.:-]{0,127}", "must be the name of an event, such as RunTask"),
          ParameterType.FUNCTION,
          form(
              "[A-Za-z0-9_-]{1,64}|arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:function:[\\w$:-]{1,140}",
              "must be the name or the ARN of a Lambda function"));

  private final Parameter parameter;
  private final Instant now;

  private record Form(Pattern pattern, String message) {}

  /// The value is not one of the parameter's.
  static final class Unfit extends Exception {
    /// What of a list is at fault: `[3]`; empty for the value as a whole.
    private final String place;

    private final String reason;

    Unfit(String reason) {
      this("", reason);
    }

    Unfit(String place, String reason) {
      super(reason, null, false, false);
      this.place = place;
      this.reason = reason;
    }

    String place() {
      return place;
    }

    String reason() {
      return reason;
    }
  }

  ValueReader(Parameter parameter, Instant now) {
    this.parameter = parameter;
    this.now = now;
  }

  private static Form form(String pattern, String message) {
    return new Form(Pattern.compile(pattern), message);
  }

  /// The value as it is bound: String, Long, Double, Boolean, LocalDate, LocalDateTime, [TimeSpan],
  /// or a List of them.
  Object read(Object value) throws Unfit {
    return switch (parameter.type()) {
      case LIST -> list(value);
      case TIME_RANGE -> timeSpan(value);
      default -> single(parameter.type(), value);
    };
  }

  private Object single(ParameterType type, Object value) throws Unfit {
    return switch (type) {
      case INTEGER -> integer(value);
      case NUMBER -> number(value);
      case BOOLEAN -> truth(value);
      case DATE -> parsed(value, Moments::date, "must be a date such as 2024-05-01");
      case TIMESTAMP ->
          parsed(value, Moments::timestamp, "must be a time such as 2024-05-01T13:00:00Z");
      case CIDR -> network(text(value));
      case CHOICE -> choice(text(value));
      case TEXT -> limitedText(value);
      default -> formed(type, text(value));
    };
  }

  private List<Object> list(Object value) throws Unfit {
    if (!(value instanceof List<?> items)) {
      throw new Unfit("must be a list");
    }
    if (items.size() > LONGEST_LIST) {
      throw new Unfit("must have at most " + LONGEST_LIST + " items");
    }
    var read = new ArrayList<Object>();
    for (var item : items) {
      try {
        read.add(single(parameter.itemType(), present(item)));
      } catch (Unfit unfit) {
        throw new Unfit("[" + read.size() + "]", unfit.reason());
      }
    }
    return List.copyOf(read);
  }

  private static Object present(@Nullable Object item) throws Unfit {
    if (item == null) {
      throw new Unfit("must not be null");
    }
    return item;
  }

  private TimeSpan timeSpan(Object value) throws Unfit {
    var span =
        value instanceof Map<?, ?> ends
            ? spanOf(ends)
            : parsed(value, text -> TimeSpan.of(text, now), TimeSpan.FORM);
    if (!span.start().isBefore(span.end())) {
      throw new Unfit("must begin before it ends");
    }
    return span;
  }

  private static TimeSpan spanOf(Map<?, ?> ends) throws Unfit {
    if (ends.size() == 2 && ends.containsKey("start") && ends.containsKey("end")) {
      var form = "must have start and end, each a time such as 2024-05-01T13:00:00Z";
      return new TimeSpan(
          parsed(present(ends.get("start")), Moments::timestamp, form),
          parsed(present(ends.get("end")), Moments::timestamp, form));
    }
    throw new Unfit("must have start and end, and nothing else");
  }

  private Long integer(Object value) throws Unfit {
    var number = decimal(value, "must be a whole number");
    try {
      var whole = number.longValueExact();
      checkLimits(number);
      return whole;
    } catch (ArithmeticException _) {
      throw new Unfit("must be a whole number");
    }
  }

  private Double number(Object value) throws Unfit {
    var number = decimal(value, "must be a number");
    checkLimits(number);
    if (Double.isInfinite(number.doubleValue())) {
      throw new Unfit("is too large a number");
    }
    return number.doubleValue();
  }

  private static BigDecimal decimal(Object value, String form) throws Unfit {
    return switch (value) {
      case Double d when !Double.isFinite(d) -> throw new Unfit(form);
      case Float f when !Float.isFinite(f) -> throw new Unfit(form);
      case BigDecimal given when Math.abs((long) given.scale()) > 1000 -> throw new Unfit(form);
      case Number given -> new BigDecimal(given.toString());
      default -> throw new Unfit(form);
    };
  }

  private void checkLimits(BigDecimal number) throws Unfit {
    if (parameter.min() != null && number.compareTo(parameter.min()) < 0) {
      throw new Unfit("must be at least " + parameter.min().toPlainString());
    }
    if (parameter.max() != null && number.compareTo(parameter.max()) > 0) {
      throw new Unfit("must be at most " + parameter.max().toPlainString());
    }
  }

  private static Boolean truth(Object value) throws Unfit {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new Unfit("must be true or false");
  }

  private static <T> T parsed(Object value, Function<String, Optional<T>> parser, String form)
      throws Unfit {
    if (value instanceof String text) {
      return parser.apply(text).orElseThrow(() -> new Unfit(form));
    }
    throw new Unfit(form);
  }

  private String limitedText(Object value) throws Unfit {
    var text = text(value);
    var most = parameter.maxLength() == null ? LONGEST_TEXT : parameter.maxLength();
    if (text.codePointCount(0, text.length()) > most) {
      throw new Unfit("must have at most " + most + " characters");
    }
    return text;
  }

  private static String text(Object value) throws Unfit {
    if (!(value instanceof String text)) {
      throw new Unfit("must be a text");
    }
    if (text.length() > 2 * LONGEST_TEXT) {
      throw new Unfit("must have at most " + LONGEST_TEXT + " characters");
    }
    if (text.indexOf('\0') >= 0) {
      throw new Unfit("must not have the character U+0000");
    }
    if (text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF)) {
      throw new Unfit("must not have half of a character (a lone surrogate)");
    }
    return text;
  }

  private String choice(String text) throws Unfit {
    if (!parameter.choices().contains(text)) {
      throw new Unfit("must be one of " + String.join(", ", parameter.choices()));
    }
    return text;
  }

  private static String formed(ParameterType type, String text) throws Unfit {
    var form = Objects.requireNonNull(FORMS.get(type), type::wireName);
    if (!form.pattern().matcher(text).matches()) {
      throw new Unfit(form.message());
    }
    return text;
  }

  private static String network(String text) throws Unfit {
    var slash = text.indexOf('/');
    var address =
        IpAddress.of(slash < 0 ? text : text.substring(0, slash))
            .orElseThrow(() -> new Unfit("must be an IP address or a network such as 10.0.0.0/8"));
    var bits = address.bits();
    var prefix = slash < 0 ? Integer.toString(bits) : text.substring(slash + 1);
    if (!prefix.matches("[0-9]{1,3}") || Integer.parseInt(prefix) > bits) {
      throw new Unfit("must have a prefix between 0 and " + bits + " after the slash");
    }
    return address.text() + "/" + Integer.parseInt(prefix);
  }
}

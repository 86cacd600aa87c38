package io.tarn.ingest.canonical;

import io.tarn.ingest.json.CompactJson;
import io.tarn.ingest.json.Json;
import io.tarn.ingest.json.StorableText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Writes the canonical form of RFC 8785 (JSON Canonicalization Scheme).
///
/// Members are ordered by the UTF-16 code units of their names, numbers are written as ECMAScript
/// writes doubles, strings with the fewest escapes.
public final class CanonicalJson {
  private static final Comparator<Json.Member> BY_NAME = Comparator.comparing(Json.Member::name);

  private final StringBuilder out = new StringBuilder(1024);
  private boolean isLossless = true;

  private CanonicalJson() {}

  /// A canonical text.
  ///
  /// @param isLossless whether every number survived its way through a double, so that no other
  ///     value has the same text
  public record Form(String text, boolean isLossless) {}

  /// The canonical form; empty where the RFC knows none: a repeated key, a lone surrogate, a number
  /// that is too large for a double.
  public static Optional<Form> of(Json value) {
    var writer = new CanonicalJson();
    return writer.append(value)
        ? Optional.of(new Form(writer.out.toString(), writer.isLossless))
        : Optional.empty();
  }

  private boolean append(Json value) {
    return switch (value) {
      case Json.Text(var text) -> appendText(text);
      case Json.Numeral(var token) -> appendNumber(token);
      case Json.Sequence(var elements) -> appendElements(elements);
      case Json.Structure(var members) -> appendMembers(members);
      case Json.Truth _, Json.Null _ -> {
        CompactJson.append(out, value);
        yield true;
      }
    };
  }

  private boolean appendText(String text) {
    if (!StorableText.isWellFormed(text)) {
      return false;
    }
    CompactJson.quote(out, text);
    return true;
  }

  private boolean appendNumber(String token) {
    if (CanonicalNumber.isPlainWhole(token)) {
      out.append(token);
      return true;
    }
    double value = Double.parseDouble(token);
    if (Double.isInfinite(value)) {
      return false;
    }
    var text = CanonicalNumber.of(value);
    isLossless = isLossless && CanonicalNumber.isSame(token, text);
    out.append(text);
    return true;
  }

  private boolean appendElements(List<Json> elements) {
    out.append('[');
    for (int i = 0; i < elements.size(); i++) {
      if (i > 0) {
        out.append(',');
      }
      if (!append(elements.get(i))) {
        return false;
      }
    }
    out.append(']');
    return true;
  }

  private boolean appendMembers(List<Json.Member> members) {
    out.append('{');
    String previous = null;
    for (var member : sorted(members)) {
      if (member.name().equals(previous)) {
        return false;
      }
      if (previous != null) {
        out.append(',');
      }
      previous = member.name();
      if (!appendText(previous)) {
        return false;
      }
      out.append(':');
      if (!append(member.value())) {
        return false;
      }
    }
    out.append('}');
    return true;
  }

  private static List<Json.Member> sorted(List<Json.Member> members) {
    return members.size() < 2 ? members : members.stream().sorted(BY_NAME).toList();
  }
}

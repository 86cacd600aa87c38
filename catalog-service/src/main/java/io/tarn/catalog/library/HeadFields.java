package io.tarn.catalog.library;

import io.tarn.catalog.library.HeadNode.Fields;
import io.tarn.catalog.library.HeadNode.Items;
import io.tarn.catalog.library.HeadNode.Scalar;
import io.tarn.catalog.library.QueryFileException.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The fields of a head, or of a parameter in it, read one after the other; all that is wrong with
/// them is kept.
final class HeadFields {
  private static final String REQUIRED = "is required";

  private final Fields node;
  private final String prefix;
  private final List<Fault> faults;
  private final Map<String, Integer> places;
  private final Set<String> read = new HashSet<>();

  private HeadFields(Fields node, String prefix, List<Fault> faults, Map<String, Integer> places) {
    this.node = node;
    this.prefix = prefix;
    this.faults = faults;
    this.places = places;
  }

  static HeadFields of(Fields node) {
    return new HeadFields(node, "", new ArrayList<>(), new HashMap<>());
  }

  List<Fault> faults() {
    return faults;
  }

  void refuse(String name, String message) {
    faults.add(new Fault(lineOf(name), prefix + name, message));
  }

  /// A fault that somebody else found: `parameters[2].default[1]`.
  void refuseAt(String place, String message) {
    var known = place;
    while (!places.containsKey(known) && !known.isEmpty()) {
      known =
          known.substring(0, Math.max(0, Math.max(known.lastIndexOf('.'), known.lastIndexOf('['))));
    }
    faults.add(new Fault(places.getOrDefault(known, node.line()), place, message));
  }

  private int lineOf(String name) {
    return places.getOrDefault(prefix + name, node.lines().getOrDefault(name, node.line()));
  }

  private @Nullable HeadNode take(String name) {
    read.add(name);
    places.put(prefix + name, node.lines().getOrDefault(name, node.line()));
    var value = node.fields().get(name);
    return value instanceof Scalar(var scalar, _) && scalar == null ? null : value;
  }

  private @Nullable HeadNode takeRequired(String name) {
    var value = take(name);
    if (value == null) {
      refuse(name, REQUIRED);
    }
    return value;
  }

  /// A text that has to be there; the empty text where there is none.
  String text(String name, int longest) {
    var value = takeRequired(name);
    if (value == null) {
      return "";
    }
    var text = Objects.requireNonNullElse(texts(name, value, longest), "");
    if (text.isEmpty() && faults.stream().noneMatch(f -> f.field().equals(prefix + name))) {
      refuse(name, "must not be empty");
    }
    return text;
  }

  @Nullable String optionalText(String name, int longest) {
    var value = take(name);
    return value == null ? null : texts(name, value, longest);
  }

  /// A text of one line.
  String line(String name, int longest) {
    var text = text(name, longest);
    if (text.indexOf('\n') >= 0) {
      refuse(name, "must be one line");
    }
    return text;
  }

  /// Texts, of which none is empty or repeated.
  List<String> list(String name, boolean isRequired, int most, int longest) {
    var value = isRequired ? takeRequired(name) : take(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Items(var items, _))) {
      refuse(name, "must be a list");
      return List.of();
    }
    if (items.size() > most) {
      refuse(name, "must have at most " + most + " items");
      return List.of();
    }
    var texts = new ArrayList<String>();
    for (var item : items) {
      var place = name + "[" + texts.size() + "]";
      places.put(prefix + place, item.line());
      var text = Objects.requireNonNullElse(texts(place, item, longest), "");
      if (text.isEmpty() || text.indexOf('\n') >= 0) {
        refuse(place, "must be a text of one line");
      } else if (texts.contains(text)) {
        refuse(place, "is repeated");
      }
      texts.add(text);
    }
    return texts;
  }

  void match(String name, List<String> texts, Pattern pattern, String message) {
    for (int i = 0; i < texts.size(); i++) {
      if (!pattern.matcher(texts.get(i)).matches()) {
        refuse(name + "[" + i + "]", message);
      }
    }
  }

  private @Nullable String texts(String place, HeadNode value, int longest) {
    if (!(value instanceof Scalar(var scalar, _)) || !(scalar instanceof String given)) {
      refuse(place, "must be a text");
      return null;
    }
    var text = given.strip();
    if (text.codePointCount(0, text.length()) > longest) {
      refuse(place, "must have at most %,d characters".formatted(longest));
    } else if (hasControls(text)) {
      refuse(place, "must not have control characters");
    }
    return text;
  }

  /// Whether a text has characters that no page may show, line ends and tabs apart.
  static boolean hasControls(String text) {
    return text.codePoints()
        .anyMatch(
            c ->
                (Character.isISOControl(c) && c != '\n' && c != '\t')
                    || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
                    || (c >= 0x202A && c <= 0x202E)
                    || (c >= 0x2066 && c <= 0x2069));
  }

  @Nullable Boolean truth(String name) {
    var value = take(name);
    if (value instanceof Scalar(var scalar, _) && scalar instanceof Boolean truth) {
      return truth;
    }
    if (value != null) {
      refuse(name, "must be true or false");
    }
    return null;
  }

  @Nullable Number number(String name) {
    var value = take(name);
    if (value instanceof Scalar(var scalar, _) && scalar instanceof Number number) {
      return number;
    }
    if (value != null) {
      refuse(name, "must be a number");
    }
    return null;
  }

  /// A value of any kind, as JSON would bring it.
  @Nullable Object value(String name) {
    var value = take(name);
    if (value instanceof Items(var items, _)) {
      for (int i = 0; i < items.size(); i++) {
        places.put(prefix + name + "[" + i + "]", items.get(i).line());
      }
    }
    return value == null ? null : value.plain();
  }

  /// Texts by their names.
  Map<String, String> texts(String name, boolean isRequired, int most, int longest) {
    var value = isRequired ? takeRequired(name) : take(name);
    var texts = new java.util.LinkedHashMap<String, String>();
    if (value == null) {
      return texts;
    }
    if (!(value instanceof Fields fields) || fields.fields().isEmpty()) {
      refuse(name, "must have an entry for each column");
      return texts;
    }
    if (fields.fields().size() > most) {
      refuse(name, "must have at most " + most + " entries");
      return texts;
    }
    fields
        .fields()
        .forEach(
            (key, text) -> {
              var place = name + "." + key;
              places.put(prefix + place, fields.lines().getOrDefault(key, text.line()));
              if (key.isBlank() || key.length() > longest || hasControls(key)) {
                refuse(name, "must have the names of columns");
              }
              texts.put(key, Objects.requireNonNullElse(texts(place, text, longest), ""));
            });
    return texts;
  }

  /// The objects of a list that may be absent.
  List<HeadFields> objects(String name) {
    var value = take(name);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof Items(var items, _))) {
      refuse(name, "must be a list");
      return List.of();
    }
    var objects = new ArrayList<HeadFields>();
    for (int i = 0; i < items.size(); i++) {
      var place = name + "[" + i + "]";
      places.put(prefix + place, items.get(i).line());
      if (items.get(i) instanceof Fields fields) {
        objects.add(new HeadFields(fields, prefix + place + ".", faults, places));
      } else {
        refuse(place, "must have fields");
      }
    }
    return objects;
  }

  /// Refuses what nobody asked for.
  void end() {
    for (var name : node.fields().keySet()) {
      if (!read.contains(name)) {
        refuse(name, "is unknown");
      }
    }
  }
}

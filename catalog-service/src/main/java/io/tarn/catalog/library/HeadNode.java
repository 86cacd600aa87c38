package io.tarn.catalog.library;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.tarn.catalog.library.QueryFileException.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A value of a head, with the line that it begins in.
sealed interface HeadNode {
  int line();

  /// @param value String, Number, Boolean or null
  record Scalar(@Nullable Object value, int line) implements HeadNode {}

  record Items(List<HeadNode> items, int line) implements HeadNode {}

  /// @param lines of the keys
  record Fields(Map<String, HeadNode> fields, Map<String, Integer> lines, int line)
      implements HeadNode {}

  /// The value as JSON would bring it.
  default @Nullable Object plain() {
    return switch (this) {
      case Scalar(var value, _) -> value;
      case Items(var items, _) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(item.plain()));
        yield list;
      }
      case Fields(var fields, _, _) -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((name, value) -> map.put(name, value.plain()));
        yield map;
      }
    };
  }

  /// Reads YAML whose first line is the first one of the file. Repeated keys, several documents,
  /// anchors, aliases and tags are refused.
  ///
  /// @throws QueryFileException if this is not such YAML
  static HeadNode read(String yaml) {
    try (var parser = Reading.FORMAT.createParser(yaml)) {
      return new Reading(parser).document();
    } catch (JsonProcessingException failure) {
      var place = failure.getLocation();
      throw new QueryFileException(
          List.of(
              new Fault(
                  place == null ? 1 : Math.max(1, place.getLineNr()),
                  "head",
                  "is not YAML: " + failure.getOriginalMessage().lines().findFirst().orElse(""))));
    } catch (IOException failure) {
      throw new QueryFileException(List.of(new Fault(1, "head", "cannot be read")));
    }
  }

  /// One reading of a text.
  final class Reading {
    private static final YAMLFactory FORMAT = new YAMLFactory();
    private static final int DEEPEST = 8;

    private final YAMLParser parser;
    private final List<Fault> faults = new ArrayList<>();

    private Reading(YAMLParser parser) {
      this.parser = parser;
    }

    private HeadNode document() throws IOException {
      if (parser.nextToken() == null) {
        throw new QueryFileException(List.of(new Fault(1, "head", "is missing")));
      }
      var node = node("head", 0);
      if (parser.nextToken() != null) {
        faults.add(new Fault(line(), "head", "must be one document"));
      }
      if (!faults.isEmpty()) {
        throw new QueryFileException(faults);
      }
      return node;
    }

    private int line() {
      return Math.max(1, parser.currentTokenLocation().getLineNr());
    }

    private HeadNode node(String place, int depth) throws IOException {
      int line = line();
      if (parser.isCurrentAlias() || parser.getObjectId() != null || parser.getTypeId() != null) {
        faults.add(new Fault(line, place, "must not have anchors, aliases or tags"));
      }
      if (depth > DEEPEST) {
        faults.add(new Fault(line, place, "is nested too deep"));
        throw new QueryFileException(faults);
      }
      return switch (parser.currentToken()) {
        case START_OBJECT -> fields(place, depth, line);
        case START_ARRAY -> items(place, depth, line);
        case VALUE_TRUE -> new Scalar(true, line);
        case VALUE_FALSE -> new Scalar(false, line);
        case VALUE_NUMBER_INT -> new Scalar(parser.getNumberValue(), line);
        case VALUE_NUMBER_FLOAT -> new Scalar(parser.getDecimalValue(), line);
        case VALUE_STRING -> new Scalar(parser.getText(), line);
        default -> new Scalar(null, line);
      };
    }

    private HeadNode items(String place, int depth, int line) throws IOException {
      var items = new ArrayList<HeadNode>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(node(place + "[" + items.size() + "]", depth + 1));
      }
      return new Items(items, line);
    }

    private HeadNode fields(String place, int depth, int line) throws IOException {
      var fields = new LinkedHashMap<String, HeadNode>();
      var lines = new HashMap<String, Integer>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var name = parser.currentName();
        int lineOfName = line();
        parser.nextToken();
        var field = depth == 0 ? name : place + "." + name;
        var value = node(field, depth + 1);
        if (fields.putIfAbsent(name, value) != null) {
          faults.add(new Fault(lineOfName, field, "is repeated"));
        }
        lines.putIfAbsent(name, lineOfName);
      }
      return new Fields(fields, lines, line);
    }
  }
}

package io.tarn.scheduler.ledger.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// What the parameters of a request name, for events that list no resources: ARNs, and values of
/// parameters whose names end with Name, Identifier, Id or Arn.
final class NamedResources {
  private static final int MOST = 50;
  private static final int DEEPEST = 8;
  private static final int LONGEST = 1024;
  private static final Pattern NAMING = Pattern.compile(".*(Name|Identifier|Id|Arn)s?");
  private static final Pattern ARN = Pattern.compile("arn:aws[a-z-]*:[^:\\s]*:.*");

  /// Parameters that name the caller's attempt rather than what is changed.
  private static final Pattern NOT_NAMING =
      Pattern.compile("(?i)(clientRequestToken|requestId|sessionName|roleSessionName|imageId)");

  private NamedResources() {}

  static List<ChangedResource> in(JsonNode parameters) {
    var found = new LinkedHashSet<ChangedResource>();
    collect("", parameters, 0, found);
    return new ArrayList<>(found);
  }

  private static void collect(String name, JsonNode value, int depth, Set<ChangedResource> found) {
    if (depth > DEEPEST || found.size() >= MOST) {
      return;
    }
    if (value.isObject()) {
      value.properties().forEach(f -> collect(f.getKey(), f.getValue(), depth + 1, found));
    } else if (value.isArray()) {
      value.forEach(item -> collect(name, item, depth + 1, found));
    } else if (value.isTextual() && value.asText().length() <= LONGEST) {
      addText(name, value.asText(), found);
    }
  }

  private static void addText(String name, String text, Set<ChangedResource> found) {
    if (ARN.matcher(text).matches()) {
      found.add(ChangedResource.ofArn(text));
    } else if (!text.isBlank()
        && NAMING.matcher(name).matches()
        && !NOT_NAMING.matcher(name).matches()) {
      found.add(ChangedResource.ofParameter(name, text));
    }
  }
}

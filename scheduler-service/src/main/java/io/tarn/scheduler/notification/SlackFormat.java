package io.tarn.scheduler.notification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;

/// Messages as incoming webhooks of Slack take them: a text for notifications, and blocks.
@ApplicationScoped
class SlackFormat {
  private static final int LONGEST_HEADER = 150;
  private static final int LONGEST_SECTION = 2_900;

  private final ObjectMapper json;

  SlackFormat(ObjectMapper json) {
    this.json = json;
  }

  byte[] body(Message message) {
    var headline = NoticeText.headline(message.notice());
    var body = json.createObjectNode();
    body.put("text", escaped(shortened(headline, LONGEST_SECTION / 4)));
    var blocks = body.putArray("blocks");
    blocks
        .addObject()
        .put("type", "header")
        .putObject("text")
        .put("type", "plain_text")
        .put("text", shortened(headline, LONGEST_HEADER));
    blocks
        .addObject()
        .put("type", "section")
        .putObject("text")
        .put("type", "mrkdwn")
        .put("text", facts(message));
    if (message.link() != null) {
      blocks
          .addObject()
          .put("type", "section")
          .putObject("text")
          .put("type", "mrkdwn")
          .put("text", "<" + escaped(message.link().toString()) + "|Open in the console>");
    }
    try {
      return json.writeValueAsBytes(body);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON", failure);
    }
  }

  private static String facts(Message message) {
    return NoticeText.facts(message.notice()).entrySet().stream()
        .map(fact -> "*" + fact.getKey() + ":* " + escaped(shortened(fact.getValue(), 500)))
        .collect(Collectors.joining("\n"));
  }

  /// So that no text of a tenant becomes a link or calls people: Slack's own three characters.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String shortened(String text, int most) {
    return text.codePointCount(0, text.length()) <= most
        ? text
        : text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }
}

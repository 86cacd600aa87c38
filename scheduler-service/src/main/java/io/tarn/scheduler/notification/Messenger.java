package io.tarn.scheduler.notification;

import io.tarn.scheduler.notification.ChannelService.Opened;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Sends messages to channels, each in its format.
@ApplicationScoped
class Messenger {
  private static final String CONTENT_TYPE = "Content-Type";

  private final CloudEventFormat cloudEvents;
  private final SlackFormat slack;
  private final WebhookClient webhooks;
  private final Mailer mailer;
  private final Clock clock;

  Messenger(
      CloudEventFormat cloudEvents,
      SlackFormat slack,
      WebhookClient webhooks,
      Mailer mailer,
      Clock clock) {
    this.cloudEvents = cloudEvents;
    this.slack = slack;
    this.webhooks = webhooks;
    this.mailer = mailer;
    this.clock = clock;
  }

  /// Tries once.
  Attempt send(Opened opened, Message message) {
    return switch (opened.channel().kind()) {
      case EMAIL -> mailer.send(opened.channel().addresses(), mailOf(message));
      case SLACK ->
          webhooks.post(
              secretOf(opened).url(),
              slack.body(message),
              Map.of(CONTENT_TYPE, "application/json; charset=UTF-8"));
      case WEBHOOK -> signed(secretOf(opened), message);
    };
  }

  private Attempt signed(ChannelSecret secret, Message message) {
    var body = cloudEvents.body(message);
    var now = clock.instant();
    var headers = new LinkedHashMap<String, String>();
    headers.put(CONTENT_TYPE, CloudEventFormat.MEDIA_TYPE);
    headers.put(Signature.HEADER, Signature.of(body, secret.signingAt(now), now));
    return webhooks.post(secret.url(), body, headers);
  }

  private static ChannelSecret secretOf(Opened opened) {
    return Objects.requireNonNull(opened.secret(), "a webhook without an address");
  }

  static Mailer.Mail mailOf(Message message) {
    var text =
        NoticeText.facts(message.notice()).entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue() + "\r\n")
            .collect(Collectors.joining());
    var link = message.link() == null ? "" : "\r\n" + message.link() + "\r\n";
    return new Mailer.Mail(
        message.id(), "[Tarn] " + NoticeText.headline(message.notice()), text + link, message.at());
  }
}

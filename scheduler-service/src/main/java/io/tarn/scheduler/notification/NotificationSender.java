package io.tarn.scheduler.notification;

import io.quarkus.logging.Log;
import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.notification.Attempt.Refused;
import io.tarn.scheduler.notification.ChannelException.NotFound;
import io.tarn.scheduler.notification.Notice.RunEnded;
import jakarta.enterprise.context.ApplicationScoped;

/// Tries notifications that this process has a lease on. A process that dies between sending and
/// writing that down has its attempt repeated by another one, under the same id.
@ApplicationScoped
class NotificationSender {
  private final ChannelService channels;
  private final Messenger messenger;
  private final NotificationLog log;
  private final ConsoleLinks links;
  private final NotificationConfig config;

  NotificationSender(
      ChannelService channels,
      Messenger messenger,
      NotificationLog log,
      ConsoleLinks links,
      NotificationConfig config) {
    this.channels = channels;
    this.messenger = messenger;
    this.log = log;
    this.links = links;
    this.config = config;
  }

  void send(PendingNotification notification) {
    if (!log.attempted(notification, attempt(notification))) {
      Log.infof(
          "tenant %s: notification %s is another process's",
          notification.tenant(), notification.id());
    }
  }

  private Attempt attempt(PendingNotification notification) {
    if (notification.attempts() > config.attempts()) {
      return new Refused(null, "The last attempt was broken off.");
    }
    ChannelService.Opened opened;
    try {
      opened = channels.open(notification.tenant(), notification.channel());
    } catch (NotFound _) {
      return new Refused(null, "The channel is no more.");
    }
    return messenger.send(opened, messageOf(notification));
  }

  private Message messageOf(PendingNotification notification) {
    var notice = notification.notice();
    var at =
        notice instanceof RunEnded(var run, _, _, _) && run.endedAt() != null
            ? run.endedAt()
            : notification.createdAt();
    return new Message(notification.id(), notice, at, links.to(notice));
  }
}

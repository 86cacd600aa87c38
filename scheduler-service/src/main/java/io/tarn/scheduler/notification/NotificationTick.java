package io.tarn.scheduler.notification;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.data.LeasedWork;
import jakarta.enterprise.context.ApplicationScoped;

/// Looks for notifications that are to be tried.
@ApplicationScoped
class NotificationTick {
  private final LeasedWork<PendingNotification> notifications;

  NotificationTick(NotificationLog log, NotificationSender sender, NotificationConfig config) {
    notifications =
        new LeasedWork<>(
            config.concurrent(),
            log::take,
            sender::send,
            one -> "notification %s of tenant %s".formatted(one.id(), one.tenant()));
  }

  @Scheduled(
      every = "{tarn.scheduler.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "notifications")
  @RunOnVirtualThread
  void tick() {
    notifications.takeOn();
  }
}

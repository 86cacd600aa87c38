package io.tarn.scheduler.notification;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.tarn.scheduler.config.NotificationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/// Looks for notifications that are to be tried. It does not matter which process looks, or how
/// often.
@ApplicationScoped
class NotificationTick {
  private final NotificationLog log;
  private final NotificationSender sender;
  private final Semaphore free;

  NotificationTick(NotificationLog log, NotificationSender sender, NotificationConfig config) {
    this.log = log;
    this.sender = sender;
    this.free = new Semaphore(config.concurrent());
  }

  @Scheduled(
      every = "{tarn.scheduler.every}",
      concurrentExecution = ConcurrentExecution.SKIP,
      identity = "notifications")
  @RunOnVirtualThread
  void tick() {
    var places = free.drainPermits();
    if (places == 0) {
      return;
    }
    int taken = 0;
    try {
      for (var notification : log.take(places)) {
        Thread.ofVirtual()
            .name("notification-" + notification.id())
            .start(() -> send(notification));
        taken++;
      }
    } finally {
      free.release(places - taken);
    }
  }

  private void send(PendingNotification notification) {
    try {
      sender.send(notification);
    } catch (RuntimeException failure) {
      // The lease runs out, and it is tried again.
      Log.errorf(
          failure,
          "tenant %s: notification %s cannot be sent",
          notification.tenant(),
          notification.id());
    } finally {
      free.release();
    }
  }
}

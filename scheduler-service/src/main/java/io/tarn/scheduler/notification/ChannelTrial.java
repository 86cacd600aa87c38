package io.tarn.scheduler.notification;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.notification.Attempt.Passing;
import io.tarn.scheduler.notification.Attempt.Refused;
import io.tarn.scheduler.notification.Attempt.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tries a channel as a notification would use it, once.
@ApplicationScoped
public class ChannelTrial {
  private final ChannelService channels;
  private final Messenger messenger;
  private final NotificationLog log;
  private final ConsoleLinks links;
  private final Clock clock;

  ChannelTrial(
      ChannelService channels,
      Messenger messenger,
      NotificationLog log,
      ConsoleLinks links,
      Clock clock) {
    this.channels = channels;
    this.messenger = messenger;
    this.log = log;
    this.links = links;
    this.clock = clock;
  }

  /// What came of a trial.
  ///
  /// @param status what the receiver answered; null where it gave no answer
  /// @param detail what stands against it; null where nothing does
  public record Outcome(boolean isDelivered, @Nullable Integer status, @Nullable String detail) {}

  /// @throws ChannelException.NotFound if there is no such channel
  public Outcome run(TenantId tenant, UUID channel) {
    var opened = channels.open(tenant, channel);
    var at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var notice = new Notice.Trial(opened.channel());
    var id = Ids.uuidAt(at.toEpochMilli());
    var attempt = messenger.send(opened, new Message(id, notice, at, links.to(notice)));
    log.tried(tenant, channel, id, attempt, at);
    return switch (attempt) {
      case Taken(var status, var remark) -> new Outcome(true, status, remark);
      case Passing(var status, var problem, _) -> new Outcome(false, status, problem);
      case Refused(var status, var problem) -> new Outcome(false, status, problem);
    };
  }
}

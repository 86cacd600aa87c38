package io.tarn.scheduler.notification;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.notification.Attempt.Passing;
import io.tarn.scheduler.notification.Attempt.Taken;
import io.tarn.scheduler.notification.ChannelService.Opened;
import io.tarn.scheduler.run.Crashes;
import io.tarn.scheduler.run.RunEnds;
import io.tarn.scheduler.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/// Notifications by the code of production, but for the receiver, which keeps the ids that it was
/// sent, has bad days, and by whose side the process is killed.
public final class PlayedNotifications {
  private final Map<String, Map<UUID, Integer>> sent = new HashMap<>();
  private final ObjectMapper json;
  private final Random random;
  private final Crashes crashes;
  private final Clock clock;

  public PlayedNotifications(ObjectMapper json, Random random, Crashes crashes, Clock clock) {
    this.json = json;
    this.random = random;
    this.crashes = crashes;
    this.clock = clock;
  }

  /// How often each id was taken, by `<run>-<channel>`.
  public Map<String, Map<UUID, Integer>> sent() {
    return Map.copyOf(sent);
  }

  /// What queues in the transactions that end runs.
  public RunEnds queue() {
    return new NotificationQueue(new NotificationRows(json), clock);
  }

  /// Makes channels of e-mail.
  public void addChannels(Transactions transactions, TenantId tenant, List<UUID> ids) {
    var now = clock.instant();
    for (var id : ids) {
      var addresses = List.of("ann@example.com");
      var channel =
          new NotificationChannel(
              tenant, id, id.toString(), ChannelKind.EMAIL, addresses, null, now, now);
      transactions.run(connection -> new ChannelRows(json).insert(connection, channel, null));
    }
  }

  /// Tries what a new process finds to be tried, until it is killed.
  public void pulse(Transactions transactions) {
    var config = new Config();
    var log = new NotificationLog(transactions, new NotificationRows(json), config, clock);
    var channels = new ChannelService(transactions, new ChannelRows(json), null, null, clock);
    var sender =
        new NotificationSender(
            channels, new Played(), log, new ConsoleLinks((String) null), config);
    for (var taken = log.take(200); !taken.isEmpty(); taken = log.take(200)) {
      taken.forEach(sender::send);
    }
  }

  /// Whether anything of a schedule was not delivered.
  public static boolean isLeft(Transactions transactions, Schedule schedule) {
    return transactions.in(
        connection -> {
          try (var statement =
              connection.prepareStatement(
                  "select count(*) from notifications where schedule_id = ? and state <> ?")) {
            statement.setObject(1, schedule.id());
            statement.setString(2, DeliveryRecord.DELIVERED);
            try (var found = statement.executeQuery()) {
              found.next();
              return found.getLong(1) > 0;
            }
          }
        });
  }

  /// The receiver.
  private final class Played extends Messenger {
    Played() {
      super(null, null, null, null, clock);
    }

    @Override
    Attempt send(Opened opened, Message message) {
      crashes.maybe();
      if (random.nextDouble() < 0.1) {
        return new Passing(503, "The receiver answers 503.", null);
      }
      var run = ((Notice.RunEnded) message.notice()).run().runId();
      sent.computeIfAbsent(run + "-" + opened.channel().id(), _ -> new HashMap<>())
          .merge(message.id(), 1, Integer::sum);
      crashes.maybe();
      return new Taken(200, null);
    }
  }

  /// The settings as they are by default, with more attempts, for much is killed here.
  record Config() implements NotificationConfig {
    @Override
    public Optional<List<String>> hosts() {
      return Optional.empty();
    }

    @Override
    public Optional<List<String>> networks() {
      return Optional.empty();
    }

    @Override
    public boolean onlyListedHosts() {
      return false;
    }

    @Override
    public int concurrent() {
      return 16;
    }

    @Override
    public int concurrentPerTenant() {
      return 4;
    }

    @Override
    public Duration lease() {
      return Duration.ofMinutes(2);
    }

    @Override
    public Duration requestTime() {
      return Duration.ofSeconds(1);
    }

    @Override
    public int attempts() {
      return 50;
    }

    @Override
    public Duration backOff() {
      return Duration.ofSeconds(10);
    }

    @Override
    public Duration longestBackOff() {
      return Duration.ofHours(1);
    }

    @Override
    public Duration retention() {
      return Duration.ofDays(90);
    }
  }
}

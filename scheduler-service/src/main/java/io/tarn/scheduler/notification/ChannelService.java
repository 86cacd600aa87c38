package io.tarn.scheduler.notification;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.notification.ChannelException.Invalid;
import io.tarn.scheduler.notification.ChannelException.NotFound;
import io.tarn.scheduler.notification.ChannelException.NotSigned;
import io.tarn.scheduler.notification.ChannelException.TooMany;
import io.tarn.scheduler.schedule.ChannelCheck;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keeps the notification channels of tenants.
@ApplicationScoped
public class ChannelService implements ChannelCheck {
  private static final int MOST = 50;

  private final Transactions transactions;
  private final ChannelRows rows;
  private final ChannelRules rules;
  private final ChannelSecrets secrets;
  private final Clock clock;

  ChannelService(
      Transactions transactions,
      ChannelRows rows,
      ChannelRules rules,
      ChannelSecrets secrets,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.rules = rules;
    this.secrets = secrets;
    this.clock = clock;
  }

  /// A channel whose signing secret is new.
  ///
  /// @param secret what bodies are signed with, which is told this once; null where nothing is
  public record NewlySigned(NotificationChannel channel, @Nullable String secret) {
    @Override
    public String toString() {
      return "NewlySigned[" + channel.id() + "]";
    }
  }

  /// A channel with what is needed to send to it.
  ///
  /// @param secret null for e-mail
  record Opened(NotificationChannel channel, @Nullable ChannelSecret secret) {}

  /// @throws Invalid if the channel is none that anything may be sent to
  public NewlySigned create(TenantId tenant, ChannelPlan plan) {
    check(plan, false);
    var now = now();
    var url = plan.url();
    var secret = url == null ? null : ChannelSecret.of(url, plan.kind());
    var made = channel(tenant, Ids.uuidAt(now.toEpochMilli()), plan, secret, now, now);
    transactions.run(
        connection -> {
          if (rows.lockToAdd(connection, tenant) >= MOST) {
            throw new TooMany(MOST);
          }
          rows.insert(connection, made, sealed(made, secret));
        });
    return new NewlySigned(made, secret == null ? null : secret.signing());
  }

  /// Changes a channel. Its kind stays; so does the address of a webhook that is not given anew,
  /// and its signing secret.
  ///
  /// @throws Invalid if the channel would be none that anything may be sent to
  public NotificationChannel change(TenantId tenant, UUID id, ChannelPlan plan) {
    var now = now();
    if (find(tenant, id).kind() != plan.kind()) {
      throw new Invalid(List.of(new Violation("kind", "cannot be changed")));
    }
    check(plan, true);
    return transactions.in(
        connection -> {
          var before = rows.lock(connection, tenant, id).orElseThrow(NotFound::new);
          var kept = opened(before).secret();
          var url = plan.url();
          var secret = kept == null || url == null ? kept : kept.at(url);
          var after = channel(tenant, id, plan, secret, before.channel().createdAt(), now);
          rows.update(connection, after, sealed(after, secret));
          return after;
        });
  }

  /// Gives a channel another signing secret. The one before is used beside it for a day.
  ///
  /// @throws NotSigned if the channel is none that signs
  public NewlySigned rotate(TenantId tenant, UUID id) {
    var now = now();
    return transactions.in(
        connection -> {
          var before = rows.lock(connection, tenant, id).orElseThrow(NotFound::new);
          if (before.channel().kind() != ChannelKind.WEBHOOK) {
            throw new NotSigned();
          }
          var secret = Objects.requireNonNull(opened(before).secret()).rotated(now);
          rows.update(connection, before.channel(), sealed(before.channel(), secret));
          return new NewlySigned(before.channel(), secret.signing());
        });
  }

  private static NotificationChannel channel(
      TenantId tenant,
      UUID id,
      ChannelPlan plan,
      @Nullable ChannelSecret secret,
      Instant createdAt,
      Instant changedAt) {
    var shown = secret == null ? null : ChannelRules.shown(plan.kind(), secret.url());
    return new NotificationChannel(
        tenant, id, plan.name(), plan.kind(), plan.addresses(), shown, createdAt, changedAt);
  }

  private byte @Nullable [] sealed(NotificationChannel channel, @Nullable ChannelSecret secret) {
    return secret == null ? null : secrets.sealed(channel, secret);
  }

  private void check(ChannelPlan plan, boolean hasUrl) {
    var violations = rules.violations(plan, hasUrl);
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  public NotificationChannel find(TenantId tenant, UUID id) {
    return transactions
        .in(connection -> rows.find(connection, tenant, id))
        .orElseThrow(NotFound::new)
        .channel();
  }

  /// The channel with its secrets.
  ///
  /// @throws NotFound if there is no such channel
  /// @throws IllegalStateException if its secrets cannot be opened
  Opened open(TenantId tenant, UUID id) {
    return opened(
        transactions
            .in(connection -> rows.find(connection, tenant, id))
            .orElseThrow(NotFound::new));
  }

  private Opened opened(ChannelRows.Sealed found) {
    var sealed = found.secret();
    return new Opened(
        found.channel(), sealed == null ? null : secrets.opened(found.channel(), sealed));
  }

  /// Channels of a tenant after the one of this name and id, by their names.
  public List<NotificationChannel> list(TenantId tenant, String name, UUID id, int limit) {
    return transactions.in(connection -> rows.list(connection, tenant, name, id, limit));
  }

  @Override
  public Set<UUID> known(TenantId tenant, Set<UUID> channels) {
    return transactions.in(connection -> rows.known(connection, tenant, channels));
  }

  /// Deletes a channel with its log. What it has yet to be told is not told.
  public void delete(TenantId tenant, UUID id) {
    if (!transactions.in(connection -> rows.delete(connection, tenant, id))) {
      throw new NotFound();
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

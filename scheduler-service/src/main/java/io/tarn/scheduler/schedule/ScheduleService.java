package io.tarn.scheduler.schedule;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.schedule.Schedule.Pause;
import io.tarn.scheduler.schedule.ScheduleException.Changed;
import io.tarn.scheduler.schedule.ScheduleException.Invalid;
import io.tarn.scheduler.schedule.ScheduleException.NotFound;
import io.tarn.scheduler.schedule.ScheduleException.TooMany;
import io.tarn.service.gate.Actor;
import io.tarn.service.problem.ProblemException.Violation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the schedules of tenants.
@ApplicationScoped
public class ScheduleService {
  private static final int MOST = 1_000;

  private final Transactions transactions;
  private final ScheduleRows rows;
  private final QueryCheck queries;
  private final ChannelCheck channels;
  private final Clock clock;

  public ScheduleService(
      Transactions transactions,
      ScheduleRows rows,
      QueryCheck queries,
      ChannelCheck channels,
      Clock clock) {
    this.transactions = transactions;
    this.rows = rows;
    this.queries = queries;
    this.channels = channels;
    this.clock = clock;
  }

  /// Checks what is to be kept: whether it makes sense, and whether its query can be run.
  ///
  /// @param grant by which this service was called
  /// @param from where the first window begins
  /// @return where windows begin, if nothing else is known: what was asked for, or what is now
  /// @throws ScheduleException if it cannot be kept, or nobody can tell now
  public Covered check(TenantId tenant, String grant, SchedulePlan plan, Covered from) {
    var now = now();
    check(plan, from, now);
    checkChannels(tenant, plan.output());
    queries.check(tenant, grant, plan.query(), plan.window());
    return switch (plan.window()) {
      case WindowPlan.EventTime(var settling) ->
          from.until() == null ? Covered.until(now.minus(settling)) : from;
      case WindowPlan.Arrival _ ->
          from.position() == null ? Covered.upTo(queries.position(tenant, grant)) : from;
      case null -> Covered.NOTHING;
    };
  }

  /// Keeps a new schedule, which is active.
  ///
  /// @param begin where the first window begins
  /// @throws ScheduleException if there is no room for it
  public Schedule create(TenantId tenant, Actor owner, SchedulePlan plan, Covered begin) {
    var now = now();
    var schedule =
        new Schedule(
            tenant,
            Ids.uuidAt(now.toEpochMilli()),
            1,
            plan,
            owner,
            ScheduleState.ACTIVE,
            null,
            Progress.from(plan.spec().next(now).orElse(null), begin),
            now,
            now);
    return transactions.in(
        connection -> {
          if (rows.lockToAdd(connection, tenant) >= MOST) {
            throw new TooMany(MOST);
          }
          rows.insert(connection, schedule);
          return schedule;
        });
  }

  public Schedule find(TenantId tenant, UUID id) {
    return transactions
        .in(connection -> rows.find(connection, tenant, id))
        .orElseThrow(NotFound::new);
  }

  /// Schedules of a tenant by their names, after the one of this name and id.
  public List<Schedule> list(TenantId tenant, String name, UUID id, int limit) {
    return transactions.in(connection -> rows.list(connection, tenant, name, id, limit));
  }

  /// Changes what a schedule is. Whoever does is its owner from now on: it runs in their name. A
  /// paused schedule stays paused. Windows of the same kind go on where they are, unless they are
  /// to begin elsewhere.
  ///
  /// @param base the version that the change is based on
  /// @param begin where windows begin
  /// @param isAskedFor whether somebody wants them to begin there, whatever is covered already
  public Schedule change(
      TenantId tenant,
      Actor actor,
      UUID id,
      int base,
      SchedulePlan plan,
      Covered begin,
      boolean isAskedFor) {
    var now = now();
    return changed(
        tenant,
        id,
        base,
        before -> {
          var progress = before.progress().goingOnAt(nextDue(before, plan, now));
          return new Schedule(
              tenant,
              id,
              before.version() + 1,
              plan,
              actor,
              before.state() == ScheduleState.PAUSED ? ScheduleState.PAUSED : ScheduleState.ACTIVE,
              before.pause(),
              isAskedFor || !isSameKind(before.plan(), plan)
                  ? progress.coveredFrom(begin)
                  : progress,
              before.createdAt(),
              now);
        });
  }

  private static boolean isSameKind(SchedulePlan before, SchedulePlan after) {
    return before.window() != null
        && after.window() != null
        && before.window().getClass().equals(after.window().getClass());
  }

  /// A spec that stays the same loses no time that is due but was not looked at yet.
  private static @Nullable Instant nextDue(Schedule before, SchedulePlan plan, Instant now) {
    return plan.spec().equals(before.plan().spec()) && before.state() == ScheduleState.ACTIVE
        ? before.progress().nextDueAt()
        : plan.spec().next(now).orElse(null);
  }

  /// Deletes a schedule; its runs that have not ended are cancelled.
  public void delete(TenantId tenant, UUID id, int base) {
    var now = now();
    transactions.run(
        connection -> {
          var found = rows.lock(connection, tenant, id).orElseThrow(NotFound::new);
          checkBase(found, base);
          rows.delete(connection, tenant, id, now);
        });
  }

  /// Lets no more runs be due. Those that have begun go on.
  public Schedule pause(TenantId tenant, UUID id, @Nullable String detail) {
    var pause = new Pause(Pause.REQUESTED, detail, now());
    return changed(tenant, id, null, before -> before.paused(pause));
  }

  /// Lets a paused schedule go on, from its next time on.
  public Schedule resume(TenantId tenant, UUID id) {
    var now = now();
    return changed(tenant, id, null, before -> before.resumed(now));
  }

  /// The next times of a spec, before anything is kept.
  public List<Instant> preview(ScheduleSpec spec, int count) {
    var now = now();
    refuse(ScheduleRules.violations(spec, now));
    return spec.timesAfter(now).limit(count).toList();
  }

  private Schedule changed(
      TenantId tenant, UUID id, @Nullable Integer base, UnaryOperator<Schedule> change) {
    return transactions.in(
        connection -> {
          var before = rows.lock(connection, tenant, id).orElseThrow(NotFound::new);
          if (base != null) {
            checkBase(before, base);
          }
          var after = change.apply(before);
          rows.update(connection, after);
          return after;
        });
  }

  private static void checkBase(Schedule found, int base) {
    if (found.version() != base) {
      throw new Changed(found.version());
    }
  }

  private static void check(SchedulePlan plan, Covered from, Instant now) {
    refuse(ScheduleRules.violations(plan, from, now));
  }

  private void checkChannels(TenantId tenant, OutputPlan output) {
    var named =
        output.notifications().stream().map(Notification::channel).collect(Collectors.toSet());
    if (!named.isEmpty()) {
      refuse(ScheduleRules.unknownChannels(output, channels.known(tenant, named)));
    }
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new Invalid(violations);
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}

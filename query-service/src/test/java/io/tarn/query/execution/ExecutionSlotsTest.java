package io.tarn.query.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.common.id.Ids;
import io.tarn.common.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class ExecutionSlotsTest {
  private static final TenantId FLOOD = Ids.tenantId();
  private static final TenantId OTHER = Ids.tenantId();
  private static final TenantId THIRD = Ids.tenantId();

  private final BlockingQueue<TenantId> started = new LinkedBlockingQueue<>();
  private final Semaphore mayEnd = new Semaphore(0);

  @Test
  void servesAnotherTenantsStatementAfterOnePlaceAtMost() throws InterruptedException {
    // given
    var slots = new ExecutionSlots(1);
    submit(slots, FLOOD, 1, 20);
    submit(slots, OTHER, 1, 1);
    submit(slots, THIRD, 1, 2);
    // when
    var order = order(23);
    // then
    assertThat(order.subList(0, 6)).containsExactly(FLOOD, OTHER, THIRD, FLOOD, THIRD, FLOOD);
  }

  @Test
  void servesWhoeverComesLateBeforeTheRestOfAFlood() throws InterruptedException {
    // given
    var slots = new ExecutionSlots(2);
    submit(slots, FLOOD, 2, 50);
    assertThat(order(10)).containsOnly(FLOOD);
    submit(slots, OTHER, 2, 1);
    // when
    var next = order(4);
    // then
    assertThat(next.subList(0, 3)).contains(OTHER);
  }

  @Test
  void leavesPlacesFreeRatherThanGiveATenantMoreThanItMayHave() throws InterruptedException {
    // given
    var slots = new ExecutionSlots(8);
    // when
    submit(slots, FLOOD, 3, 10);
    // then
    assertThat(slots.waiting()).isEqualTo(7);
    submit(slots, OTHER, 3, 1);
    assertThat(slots.waiting()).isEqualTo(7);
    assertThat(order(11)).hasSize(11);
    await().untilAsserted(() -> assertThat(slots.waiting()).isZero());
  }

  @Test
  void givesBackThePlaceOfWhoStopsWaiting() throws InterruptedException {
    // given
    var slots = new ExecutionSlots(1);
    submit(slots, FLOOD, 1, 1);
    var impatient = submitted(slots, OTHER, 1);
    await().until(() -> slots.waiting() == 1);
    // when
    impatient.interrupt();
    impatient.join();
    // then
    assertThat(slots.waiting()).isZero();
    submit(slots, THIRD, 1, 1);
    assertThat(order(2)).containsExactly(FLOOD, THIRD);
  }

  @Test
  void givesAFreePlaceAtOnce() throws InterruptedException {
    // given
    var slots = new ExecutionSlots(2);
    // when
    var first = slots.enterNow(FLOOD, 1);
    var second = slots.enterNow(FLOOD, 1);
    var other = slots.enterNow(OTHER, 1);
    var full = slots.enterNow(THIRD, 1);
    // then
    assertThat(List.of(first, second, other, full)).containsExactly(true, false, true, false);
    submit(slots, THIRD, 1, 1);
    assertThat(slots.waiting()).isEqualTo(1);
    slots.leave(OTHER);
    assertThat(order(1)).containsExactly(THIRD);
  }

  @Test
  void letsNobodyInBeforeThoseOfTheSameTenantWhoWait() throws InterruptedException {
    // given
    var slots = new ExecutionSlots(8);
    submit(slots, FLOOD, 1, 2);
    // when
    var entered = slots.enterNow(FLOOD, 8);
    // then
    assertThat(entered).isFalse();
    assertThat(order(2)).containsExactly(FLOOD, FLOOD);
  }

  /// Submits one after the other, so that they queue in this order.
  private void submit(ExecutionSlots slots, TenantId tenant, int atATime, int count) {
    for (int at = 0; at < count; at++) {
      var before = slots.waiting() + started.size();
      submitted(slots, tenant, atATime);
      await().until(() -> slots.waiting() + started.size() > before);
    }
  }

  private Thread submitted(ExecutionSlots slots, TenantId tenant, int atATime) {
    return Thread.ofVirtual()
        .start(
            () -> {
              try {
                slots.inTurn(tenant, atATime, () -> runs(tenant));
              } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
              }
            });
  }

  private boolean runs(TenantId tenant) {
    started.add(tenant);
    mayEnd.acquireUninterruptibly();
    return true;
  }

  /// Lets so many end, one at a time, and tells in which order they began.
  private List<TenantId> order(int count) throws InterruptedException {
    var order = new ArrayList<TenantId>();
    while (order.size() < count) {
      order.add(started.take());
      mayEnd.release();
    }
    return order;
  }
}

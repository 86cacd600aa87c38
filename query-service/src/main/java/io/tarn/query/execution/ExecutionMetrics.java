package io.tarn.query.execution;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/// Figures of executions: how many live in this process, how they end, how long they wait and run.
/// No tenant is named in them.
@ApplicationScoped
class ExecutionMetrics {
  private final MeterRegistry registry;
  private final AtomicInteger live = new AtomicInteger();
  private final Timer queueTime;

  ExecutionMetrics(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("tarn.query.executions.live", live, AtomicInteger::get)
        .description("Executions of this process that are queued or running")
        .register(registry);
    this.queueTime =
        Timer.builder("tarn.query.executions.queue.time")
            .description("Time that executions waited for their turn")
            .register(registry);
  }

  void accepted() {
    live.incrementAndGet();
  }

  void gone() {
    live.decrementAndGet();
  }

  void waited(Duration time) {
    queueTime.record(time);
  }

  void ended(ExecutionState state, Duration time) {
    Timer.builder("tarn.query.executions")
        .description("Executions by the state they ended in, with the time they ran")
        .tag("state", state.name())
        .register(registry)
        .record(time);
  }
}

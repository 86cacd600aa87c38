package io.tarn.service.kafka;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.tarn.service.config.ServiceConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Makes the service's own topics before its channels and jobs begin.
@ApplicationScoped
class TopicsAtStart {
  private final String bootstrapServers;
  private final ServiceConfig service;

  TopicsAtStart(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      ServiceConfig service) {
    this.bootstrapServers = bootstrapServers;
    this.service = service;
  }

  void create(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent start) {
    try {
      Topics.ensure(bootstrapServers, Topics.ownedBy(service.name()));
    } catch (ExecutionException | TimeoutException failure) {
      throw new IllegalStateException("Kafka's topics cannot be made: " + failure, failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      Log.warn("interrupted while making topics");
    }
  }
}

package io.tarn.service.gate;

import io.quarkus.logging.Log;
import io.tarn.common.id.Ids;
import io.tarn.service.config.ServiceConfig;
import io.tarn.service.kafka.Topics;
import io.tarn.service.outbox.Outbox;
import io.tarn.service.outbox.OutboxException;
import io.tarn.service.outbox.OutboxMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/// Keeps one access record a request in the service's outbox, committed before the endpoint runs.
@ApplicationScoped
class AccessRecorder {
  private static final String PLATFORM = "platform";

  private final Outbox outbox;
  private final String service;
  private final RecentPolls polls;
  private final Map<Endpoint, Optional<String>> polled = new ConcurrentHashMap<>();

  AccessRecorder(Outbox outbox, ServiceConfig service, GateConfig config) {
    this.outbox = outbox;
    this.service = service.name();
    this.polls = new RecentPolls(config.rememberedPolls());
  }

  /// False when the record cannot be kept; then nothing may be done.
  boolean record(
      Grant grant, ContainerRequestContext request, UriInfo address, SimpleResourceInfo endpoint) {
    var poll = pollOf(grant, address, endpoint);
    if (poll != null && polls.contains(poll)) {
      return true;
    }
    var entry = entryOf(grant, request, address, endpoint, poll);
    try {
      var key = grant.tenant() == null ? PLATFORM : grant.tenant().id().value();
      outbox.append(new OutboxMessage(entry.id(), Topics.ACCESS, key, entry));
    } catch (OutboxException failure) {
      Log.errorf(failure, "request %s is refused without its access record", grant.requestId());
      return false;
    }
    if (poll != null) {
      polls.add(poll);
    }
    return true;
  }

  private AccessRecord entryOf(
      Grant grant,
      ContainerRequestContext request,
      UriInfo address,
      SimpleResourceInfo endpoint,
      @Nullable String poll) {
    return new AccessRecord(
        poll == null ? Ids.uuid() : RecentPolls.idOf(poll),
        Instant.now(),
        service,
        grant.tenant() == null ? null : grant.tenant().id().value(),
        grant.actor(),
        grant.role().wireName(),
        grant.purpose(),
        grant.requestId(),
        grant.session(),
        operationOf(endpoint),
        request.getMethod(),
        address.getPath(),
        parametersOf(address));
  }

  /// What makes two polls the same; null for an endpoint that is not polled.
  private @Nullable String pollOf(Grant grant, UriInfo address, SimpleResourceInfo endpoint) {
    return polled
        .computeIfAbsent(Endpoint.of(endpoint), Endpoint::polledBy)
        .map(parameter -> address.getPathParameters().getFirst(parameter))
        .map(
            value ->
                String.join(
                    "\u001f",
                    operationOf(endpoint),
                    grant.tenant() == null ? PLATFORM : grant.tenant().id().value(),
                    grant.actor().issuer(),
                    grant.actor().subject(),
                    String.valueOf(grant.session()),
                    value))
        .orElse(null);
  }

  private static String operationOf(SimpleResourceInfo endpoint) {
    return endpoint.getResourceClass().getSimpleName() + "." + endpoint.getMethodName();
  }

  private static Map<String, String> parametersOf(UriInfo address) {
    return address.getPathParameters().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().getFirst()));
  }

  private record Endpoint(Class<?> resource, String method, List<Class<?>> parameters) {
    static Endpoint of(SimpleResourceInfo endpoint) {
      return new Endpoint(
          endpoint.getResourceClass(),
          endpoint.getMethodName(),
          List.of(endpoint.parameterTypes()));
    }

    /// The name of the path parameter by which it is polled; empty where it is not.
    Optional<String> polledBy() {
      try {
        var method = resource.getDeclaredMethod(this.method, parameters.toArray(Class<?>[]::new));
        return Optional.ofNullable(method.getAnnotation(RecordedOncePer.class))
            .map(RecordedOncePer::value);
      } catch (NoSuchMethodException inherited) {
        return Optional.empty();
      }
    }
  }
}

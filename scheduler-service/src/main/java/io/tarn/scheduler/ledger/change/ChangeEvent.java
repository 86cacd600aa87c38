package io.tarn.scheduler.ledger.change;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The facts of one event that the ledger goes by.
///
/// @param changeId names the event for good, in whichever store and how often it is found
/// @param eventDataStore the store in which it was found first; null if nobody says
/// @param accountId whose account it is about
/// @param eventSource `ec2.amazonaws.com`
/// @param readOnly null in events of services that do not say
/// @param managementEvent false for events of the data plane; null where nobody says
/// @param sessionFromConsole whether the service says that credentials of the console were used
/// @param resources what was changed
public record ChangeEvent(
    String changeId,
    String eventId,
    Instant time,
    @Nullable String eventDataStore,
    @Nullable String accountId,
    @Nullable String awsRegion,
    String eventSource,
    String eventName,
    @Nullable String eventType,
    Caller caller,
    @Nullable String sourceIpAddress,
    @Nullable String userAgent,
    @Nullable String errorCode,
    @Nullable Boolean readOnly,
    @Nullable Boolean managementEvent,
    boolean sessionFromConsole,
    List<ChangedResource> resources) {
  public ChangeEvent {
    resources = List.copyOf(resources);
  }

  /// The event source without its ending: `ec2`.
  public String service() {
    var dot = eventSource.indexOf('.');
    return dot < 0 ? eventSource : eventSource.substring(0, dot);
  }

  /// Service and event, as patterns of actions name them: `ec2:RunInstances`.
  public String action() {
    return service() + ":" + eventName;
  }
}

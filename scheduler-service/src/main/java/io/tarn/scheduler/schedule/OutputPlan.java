package io.tarn.scheduler.schedule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is done with the results of runs.
///
/// @param isCompared whether rows are compared with those of the last run that succeeded
/// @param alert null for no condition
/// @param deliveries where results are written to
/// @param notifications who is told of runs, and of which
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OutputPlan(
    @JsonProperty("compared") boolean isCompared,
    @Nullable AlertCondition alert,
    List<Delivery> deliveries,
    List<Notification> notifications) {
  public static final OutputPlan NONE = new OutputPlan(false, null, List.of(), List.of());

  public OutputPlan {
    deliveries = List.copyOf(deliveries);
    // Plans that were kept before there were notifications have none.
    notifications = List.copyOf(Objects.requireNonNullElse(notifications, List.of()));
  }

  /// Whether the rows of a result have to be read.
  @JsonIgnore
  public boolean needsRows() {
    return isCompared || (alert != null && alert.needsRows());
  }
}

package io.tarn.scheduler.run;

/// Writes the results of runs to where they are wanted.
public interface Deliveries {
  /// Begins a delivery, or looks how far it is. Repeated for the same run and place it is the same
  /// delivery.
  ///
  /// @param index of the delivery among those of the run
  /// @throws RunFault if nobody can tell now
  DeliveryState goOn(Run run, int index);

  /// Ends what has not ended of a run's deliveries.
  void cancel(Run run);
}

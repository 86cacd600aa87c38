package io.tarn.bench;

import io.tarn.local.sending.Sendable;
import java.util.List;

/// How events come.
///
/// @param name a word for names of tenants and folders
/// @param shown title in a table
/// @param files files for each tenant
/// @param events how many they hold
/// @param tenants how many are sent to at a time
/// @param atOnce how many files of one tenant are sent side by side
/// @param goal share of the bare COPY's rate that is wanted; 0 for none
record Load(
    String name,
    String shown,
    List<Sendable> files,
    int events,
    int tenants,
    int atOnce,
    double goal) {
  Load {
    files = List.copyOf(files);
  }

  int allEvents() {
    return events * tenants;
  }
}

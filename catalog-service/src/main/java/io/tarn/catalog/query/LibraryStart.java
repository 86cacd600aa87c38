package io.tarn.catalog.query;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Brings the library of this release into the database when the service starts.
@ApplicationScoped
class LibraryStart {
  private final LibrarySync sync;

  LibraryStart(LibrarySync sync) {
    this.sync = sync;
  }

  void apply(@Observes StartupEvent event) {
    sync.apply(QueryFiles.library());
  }
}

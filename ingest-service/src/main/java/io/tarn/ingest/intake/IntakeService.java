package io.tarn.ingest.intake;

import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.IntakeConfig;
import io.tarn.ingest.intake.form.EventFile;
import io.tarn.ingest.intake.form.FileLimits;
import io.tarn.ingest.storage.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/// Takes uploads: the stream is read as fast as Kafka acknowledges, one event at a time.
@ApplicationScoped
public class IntakeService {
  private final Stores stores;
  private final EventPublisher publisher;
  private final IntakeConfig config;
  private final Clock clock;

  IntakeService(Stores stores, EventPublisher publisher, IntakeConfig config, Clock clock) {
    this.stores = stores;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  /// Takes everything that the stream holds into a store of the tenant and returns when Kafka has
  /// acknowledged it.
  ///
  /// @param address the store's uuid, ARN, name, or `default`
  public IntakeResult take(TenantId tenant, String address, InputStream body) {
    var store = stores.byAddress(tenant, address);
    var upload =
        new Upload(
            store,
            stores.accounts(tenant),
            publisher,
            config.maxReasons(),
            clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      new EventFile(FileLimits.of(config)).read(body, upload::take);
      return upload.finish();
    } catch (IOException failure) {
      throw new IntakeException.Aborted(failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IntakeException.Aborted(interrupted);
    }
  }
}

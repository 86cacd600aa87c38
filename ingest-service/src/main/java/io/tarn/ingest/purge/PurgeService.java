package io.tarn.ingest.purge;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.secret.SecretBox;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.config.UploadConfig;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Store;
import io.tarn.ingest.storage.Stores;
import io.tarn.ingest.upload.Upload;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.upload.UploadState;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/// Takes uploads back, in two steps: a look at what would be done, and its confirmation.
@ApplicationScoped
public class PurgeService {
  private static final String CANCELED = "57014";

  private final DataSource database;
  private final UploadService uploads;
  private final PurgeRepository purges;
  private final Stores stores;
  private final SecretBox box;
  private final UploadConfig config;

  PurgeService(
      DataSource database,
      UploadService uploads,
      PurgeRepository purges,
      Stores stores,
      MasterSecret secret,
      UploadConfig config) {
    this.config = config;
    this.database = database;
    this.uploads = uploads;
    this.purges = purges;
    this.stores = stores;
    this.box = PreviewSnapshot.box(secret);
  }

  /// What taking it back would do now.
  public PurgePreview preview(TenantId tenant, UUID id) {
    var upload = purgeable(tenant, id);
    var storesOfTenant = stores.ofTenant(tenant);
    return run(
        connection -> {
          Sql.run(connection, "set transaction isolation level repeatable read read only");
          return preview(connection, upload, storesOfTenant);
        });
  }

  /// Begins to take it back. The steps follow in the background.
  ///
  /// @param token of the preview that is confirmed
  /// @param requestedBy the name of who asks for it
  public Upload confirm(TenantId tenant, UUID id, String reason, String token, String requestedBy) {
    var upload = purgeable(tenant, id);
    var snapshot = PreviewSnapshot.of(token, upload, box);
    var storesOfTenant = stores.ofTenant(tenant);
    run(
        connection -> {
          if (hasChanged(connection, upload, storesOfTenant, snapshot)) {
            throw new PurgeException.Outdated();
          }
          if (!uploads.beginPurge(connection, tenant, id)) {
            throw new PurgeException.NotPossible("The upload is being purged already.");
          }
          purges.insert(connection, new PurgeRepository.Open(tenant, id, reason, requestedBy));
          return true;
        });
    return uploads.find(tenant, id);
  }

  /// The purge of an upload that was confirmed.
  public Purge find(TenantId tenant, UUID upload) {
    return run(connection -> purges.find(connection, tenant, upload))
        .orElseThrow(PurgeException.None::new);
  }

  private Upload purgeable(TenantId tenant, UUID id) {
    var upload = uploads.find(tenant, id);
    if (upload.state() != UploadState.COMPLETED && upload.state() != UploadState.FAILED) {
      throw new PurgeException.NotPossible(
          "The upload is " + upload.state() + "; only a completed or failed one can be purged.");
    }
    return upload;
  }

  private PurgePreview preview(Connection connection, Upload upload, List<Store> storesOfTenant)
      throws SQLException {
    var inStores = new ArrayList<PurgePreview.InStore>();
    for (var store : storesOfTenant) {
      var found = new UploadedEvents(store, upload.id()).preview(connection);
      if (found.removes() + found.keeps() > 0) {
        inStores.add(found);
      }
    }
    long removes = inStores.stream().mapToLong(PurgePreview.InStore::removes).sum();
    long keeps = inStores.stream().mapToLong(PurgePreview.InStore::keeps).sum();
    long conflicts = purges.countConflicts(connection, upload.tenant(), upload.id());
    long letters = purges.countDeadLetters(connection, upload.tenant(), upload.id());
    var token = PreviewSnapshot.now(connection).token(upload, box);
    return new PurgePreview(removes, keeps, conflicts, letters, inStores, token);
  }

  /// Whether something else would be done by now. Looks at what came since and counts nothing.
  private boolean hasChanged(
      Connection connection, Upload upload, List<Store> storesOfTenant, PreviewSnapshot snapshot)
      throws SQLException {
    if (purges.hasOthersSince(connection, upload, snapshot)) {
      return true;
    }
    for (var store : storesOfTenant) {
      if (new UploadedEvents(store, upload.id()).hasChangedSince(connection, snapshot)) {
        return true;
      }
    }
    return false;
  }

  private <T> T run(Sql.Work<T> work) {
    try {
      return Sql.inTransaction(
          database,
          connection -> {
            Sql.run(connection, "set local statement_timeout = " + config.countWithin().toMillis());
            return work.run(connection);
          });
    } catch (SQLException failure) {
      throw CANCELED.equals(failure.getSQLState())
          ? new PurgeException.TooLong(config.countWithin())
          : new PurgeException.Unavailable(failure);
    }
  }
}

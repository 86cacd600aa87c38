package io.tarn.ingest.withdrawal;

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
public class WithdrawalService {
  private static final String CANCELED = "57014";

  private final DataSource database;
  private final UploadService uploads;
  private final WithdrawalRepository withdrawals;
  private final Stores stores;
  private final SecretBox box;
  private final UploadConfig config;

  WithdrawalService(
      DataSource database,
      UploadService uploads,
      WithdrawalRepository withdrawals,
      Stores stores,
      MasterSecret secret,
      UploadConfig config) {
    this.config = config;
    this.database = database;
    this.uploads = uploads;
    this.withdrawals = withdrawals;
    this.stores = stores;
    this.box = Looked.box(secret);
  }

  /// What taking it back would do now.
  public Preview preview(TenantId tenant, UUID id) {
    var upload = withdrawable(tenant, id);
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
    var upload = withdrawable(tenant, id);
    var looked = Looked.of(token, upload, box);
    var storesOfTenant = stores.ofTenant(tenant);
    run(
        connection -> {
          if (hasChanged(connection, upload, storesOfTenant, looked)) {
            throw new WithdrawalException.Outdated();
          }
          if (!uploads.beginWithdrawal(connection, tenant, id)) {
            throw new WithdrawalException.NotPossible("The upload is being taken back already.");
          }
          withdrawals.insert(
              connection, new WithdrawalRepository.Open(tenant, id, reason, requestedBy));
          return true;
        });
    return uploads.find(tenant, id);
  }

  /// The withdrawal of an upload that was confirmed.
  public Withdrawal find(TenantId tenant, UUID upload) {
    return run(connection -> withdrawals.find(connection, tenant, upload))
        .orElseThrow(WithdrawalException.None::new);
  }

  private Upload withdrawable(TenantId tenant, UUID id) {
    var upload = uploads.find(tenant, id);
    if (upload.state() != UploadState.COMPLETED && upload.state() != UploadState.FAILED) {
      throw new WithdrawalException.NotPossible(
          "The upload is " + upload.state() + "; only a completed or failed one is taken back.");
    }
    return upload;
  }

  private Preview preview(Connection connection, Upload upload, List<Store> storesOfTenant)
      throws SQLException {
    var inStores = new ArrayList<Preview.InStore>();
    for (var store : storesOfTenant) {
      var found = new UploadedEvents(store, upload.id()).preview(connection);
      if (found.removes() + found.keeps() > 0) {
        inStores.add(found);
      }
    }
    long removes = inStores.stream().mapToLong(Preview.InStore::removes).sum();
    long keeps = inStores.stream().mapToLong(Preview.InStore::keeps).sum();
    long conflicts = withdrawals.countConflicts(connection, upload.tenant(), upload.id());
    long letters = withdrawals.countDeadLetters(connection, upload.tenant(), upload.id());
    var token = Looked.now(connection).token(upload, box);
    return new Preview(removes, keeps, conflicts, letters, inStores, token);
  }

  /// Whether something else would be done by now. Looks at what came since and counts nothing.
  private boolean hasChanged(
      Connection connection, Upload upload, List<Store> storesOfTenant, Looked looked)
      throws SQLException {
    if (withdrawals.hasOthersSince(connection, upload, looked)) {
      return true;
    }
    for (var store : storesOfTenant) {
      if (new UploadedEvents(store, upload.id()).hasChangedSince(connection, looked)) {
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
          ? new WithdrawalException.TooLong(config.countWithin())
          : new WithdrawalException.Unavailable(failure);
    }
  }
}

package io.tarn.ingest.withdrawal;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.ingest.storage.Sql;
import io.tarn.ingest.storage.Stores;
import io.tarn.ingest.upload.Upload;
import io.tarn.ingest.upload.UploadService;
import io.tarn.ingest.upload.UploadState;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.UUID;
import javax.sql.DataSource;

/// Takes uploads back, in two steps: a look at what would be done, and its confirmation.
@ApplicationScoped
public class WithdrawalService {
  private static final String PURPOSE = "withdrawal";

  private final DataSource database;
  private final UploadService uploads;
  private final WithdrawalRepository withdrawals;
  private final Stores stores;
  private final MasterSecret secret;

  WithdrawalService(
      DataSource database,
      UploadService uploads,
      WithdrawalRepository withdrawals,
      Stores stores,
      MasterSecret secret) {
    this.database = database;
    this.uploads = uploads;
    this.withdrawals = withdrawals;
    this.stores = stores;
    this.secret = secret;
  }

  /// What taking it back would do now.
  public Preview preview(TenantId tenant, UUID id) {
    var upload = withdrawable(tenant, id);
    return run(connection -> preview(connection, upload));
  }

  /// Begins to take it back. The steps follow in the background.
  ///
  /// @param token of the preview that is confirmed
  /// @param requestedBy the name of who asks for it
  public Upload confirm(TenantId tenant, UUID id, String reason, String token, String requestedBy) {
    var upload = withdrawable(tenant, id);
    run(
        connection -> {
          var preview = preview(connection, upload);
          if (!isSame(preview.token(), token)) {
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

  private Preview preview(Connection connection, Upload upload) throws SQLException {
    var inStores = new ArrayList<Preview.InStore>();
    for (var store : stores.ofTenant(upload.tenant())) {
      var found = new UploadedEvents(store, upload.id()).preview(connection);
      if (found.removes() + found.keeps() > 0) {
        inStores.add(found);
      }
    }
    long removes = inStores.stream().mapToLong(Preview.InStore::removes).sum();
    long keeps = inStores.stream().mapToLong(Preview.InStore::keeps).sum();
    long conflicts = withdrawals.countConflicts(connection, upload.tenant(), upload.id());
    long letters = withdrawals.countDeadLetters(connection, upload.tenant(), upload.id());
    var token =
        secret.derive(
            PURPOSE,
            String.join(
                "/",
                upload.tenant().value(),
                upload.id().toString(),
                Long.toString(removes),
                Long.toString(keeps),
                Long.toString(conflicts),
                Long.toString(letters)));
    return new Preview(removes, keeps, conflicts, letters, inStores, token);
  }

  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  private <T> T run(Sql.Work<T> work) {
    try {
      return Sql.inTransaction(database, work);
    } catch (SQLException failure) {
      throw new WithdrawalException.Unavailable(failure);
    }
  }
}

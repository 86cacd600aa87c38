package io.tarn.query.result;

import io.tarn.common.secret.MasterSecret;
import io.tarn.common.tenant.TenantId;
import io.tarn.service.paging.Cursor;
import io.tarn.service.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/// Places in a result, sealed to the tenant and the execution: one of another result, or a damaged
/// one, is refused.
@ApplicationScoped
public class ResultCursors {
  private final MasterSecret secret;

  ResultCursors(MasterSecret secret) {
    this.secret = secret;
  }

  /// The cursor of this row, counted from 0.
  String of(TenantId tenant, UUID execution, long row) {
    return Cursor.of(Long.toString(row), seal(tenant, execution, Long.toString(row))).encode();
  }

  /// The row that a cursor of this result stands for.
  public long row(TenantId tenant, UUID execution, String text) {
    var cursor = Cursor.decode(text, 2);
    if (cursor == null || !isSealed(tenant, execution, cursor)) {
      throw ProblemException.invalid("cursor", "is not a cursor of this result");
    }
    return Long.parseLong(cursor.value(0));
  }

  private boolean isSealed(TenantId tenant, UUID execution, Cursor cursor) {
    var expected = seal(tenant, execution, cursor.value(0));
    return MessageDigest.isEqual(bytes(expected), bytes(cursor.value(1)));
  }

  private String seal(TenantId tenant, UUID execution, String row) {
    return secret.derive("result-cursor", tenant + "/" + execution + "/" + row);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

package io.tarn.ingest.upload;

import io.tarn.ingest.storage.Sql;
import java.util.List;

/// The end of a file of which nothing was rejected, in one round trip: its counts and its answer,
/// and an upload of one file is closed. Not thread-safe.
final class FileFinish {
  private static final String RECEIVED =
      """
      update ingest.upload_files
      set bytes = ?, published = ?, filtered = ?, digest_files = ?, dead_letters_dropped = ?,
          other_content = ?::jsonb, already_stored = ?, repeated = ?, conflicting = ?,
          accounts = ?::jsonb, alive_at = now(), state = 'RECEIVED', is_exact = true,
          ended_at = now(), answer = ?::jsonb
      where tenant_id = ? and upload_id = ? and number = ? and state = 'RECEIVING'
      returning 1\
      """;

  private static final String CLOSE =
      """
      update ingest.uploads u set state = 'WRITING', ended_at = now()
      where u.tenant_id = ? and u.id = ? and u.is_single and u.state = 'RECEIVING' and exists (
          select 1 from ingest.upload_files f
          where f.tenant_id = u.tenant_id and f.upload_id = u.id and f.number = ?
          and f.state = 'RECEIVED')\
      """;

  private final FileId file;
  private final FileProgress progress;
  private final String answer;
  private boolean isReceived;

  FileFinish(FileId file, FileProgress progress, String answer) {
    this.file = file;
    this.progress = progress;
    this.answer = answer;
  }

  List<Sql.Step> steps() {
    var received =
        Sql.of(RECEIVED)
            .with(
                progress.bytes(),
                progress.published(),
                progress.filtered(),
                progress.digestFiles(),
                progress.deadLettersDropped(),
                RowJson.text(progress.otherContent()),
                progress.compared().alreadyStored(),
                progress.compared().repeated(),
                progress.compared().conflicting(),
                RowJson.text(progress.accounts()),
                answer,
                file.tenant(),
                file.upload(),
                file.number());
    var close = Sql.of(CLOSE).with(file.tenant(), file.upload(), file.number());
    return List.of(new Sql.Step(received, _ -> isReceived = true), new Sql.Step(close, _ -> {}));
  }

  /// The file may have been given up, by a job that took this process for dead.
  void check() {
    if (!isReceived) {
      throw new UploadException.Closed();
    }
  }
}

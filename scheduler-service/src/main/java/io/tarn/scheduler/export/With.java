package io.tarn.scheduler.export;

import io.tarn.common.proof.ResultFile;
import io.tarn.scheduler.export.Export.Folder;
import io.tarn.scheduler.export.Export.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Exports with a part of them changed, as the row has changed.
final class With {
  private With() {}

  static Export execution(Export export, UUID execution) {
    return of(
        export, execution, export.folder(), export.progress(), export.files(), export.attempts());
  }

  static Export folder(Export export, Folder folder) {
    return of(
        export, export.executionId(), folder, export.progress(), export.files(), export.attempts());
  }

  static Export progress(Export export, Progress progress) {
    return of(
        export, export.executionId(), export.folder(), progress, export.files(), export.attempts());
  }

  /// A file is progress: faults are counted anew.
  static Export file(Export export, ResultFile file, Progress progress) {
    var files = new ArrayList<>(export.files());
    files.add(file);
    return of(export, export.executionId(), export.folder(), progress, files, 0);
  }

  private static Export of(
      Export export,
      @Nullable UUID execution,
      @Nullable Folder folder,
      Progress progress,
      List<ResultFile> files,
      int attempts) {
    return new Export(
        export.tenant(),
        export.id(),
        export.owner(),
        export.request(),
        execution,
        export.state(),
        export.outcome(),
        export.isCancelled(),
        attempts,
        export.submission(),
        folder,
        progress,
        files,
        export.fencingToken(),
        export.createdAt(),
        export.startedAt(),
        export.endedAt());
  }
}

package io.tarn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;

/// Parts files into requests that the services accept: their bodies have at most 1 MiB.
final class QueryBatches {
  static final int MOST_FILES = 500;

  /// Bytes of JSON that a request is filled up to.
  static final int FULL = 500_000;

  /// Bytes of JSON that one request may have.
  static final int LARGEST = 1_000_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private QueryBatches() {}

  /// The files in their order, in parts of at most [#FULL] bytes or one larger file.
  static List<List<QueryFolder.File>> of(List<QueryFolder.File> files) {
    var batches = new ArrayList<List<QueryFolder.File>>();
    var batch = new ArrayList<QueryFolder.File>();
    var size = 0L;
    for (var file : files) {
      var more = sizeOf(file);
      if (!batch.isEmpty() && (size + more > FULL || batch.size() == MOST_FILES)) {
        batches.add(List.copyOf(batch));
        batch.clear();
        size = 0;
      }
      batch.add(file);
      size += more;
    }
    if (!batch.isEmpty()) {
      batches.add(List.copyOf(batch));
    }
    return List.copyOf(batches);
  }

  /// Bytes of a file in a request.
  static long sizeOf(QueryFolder.File file) {
    try {
      return JSON.writeValueAsBytes(file).length + 1L;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

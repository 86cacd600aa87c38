package io.tarn.query.result;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// What a stored result consists of: its chunks in the order of their rows, without gaps.
///
/// @param version of this form
/// @param rows of the whole result
record ResultManifest(int version, long rows, List<Chunk> chunks) {
  static final int VERSION = 1;

  ResultManifest {
    chunks = List.copyOf(chunks);
  }

  /// @param name the last part of the object's key
  /// @param bytes of the object, compressed
  /// @param sha256 of these bytes, in hexadecimal digits
  record Chunk(String name, long firstRow, int rows, long bytes, String sha256) {}

  /// The chunk with this row, which the result must have.
  Chunk chunkOf(long row) {
    var wanted = new Chunk("", row, 0, 0, "");
    var at = Collections.binarySearch(chunks, wanted, Comparator.comparingLong(Chunk::firstRow));
    var found = chunks.get(at >= 0 ? at : -at - 2);
    if (row >= found.firstRow() + found.rows()) {
      throw new IllegalArgumentException("row " + row + " is beyond the result");
    }
    return found;
  }
}

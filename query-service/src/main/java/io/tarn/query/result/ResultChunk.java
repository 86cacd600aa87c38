package io.tarn.query.result;

/// A piece of a result on its way into the bucket.
///
/// @param firstRow position of its first row in the result, from 0
/// @param content gzip of rows, each a JSON array on a line of its own. The bytes are handed on,
///     compared by nobody and changed by nobody.
@SuppressWarnings("ArrayRecordComponent")
public record ResultChunk(long firstRow, int rows, byte[] content) {}

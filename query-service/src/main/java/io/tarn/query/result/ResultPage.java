package io.tarn.query.result;

/// A stored piece of a result.
///
/// @param firstRow position of its first row in the result, from 0
/// @param content gzip of a JSON array of rows
/// The bytes are handed on, compared by nobody and changed by nobody.
@SuppressWarnings("ArrayRecordComponent")
public record ResultPage(long firstRow, int rows, byte[] content) {}

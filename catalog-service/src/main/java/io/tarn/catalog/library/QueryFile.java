package io.tarn.catalog.library;

/// A query as a file holds it: the head as a comment in YAML, then the statement.
///
/// @param statement Lake SQL without blank lines at its ends
public record QueryFile(QueryHead head, String statement) {}

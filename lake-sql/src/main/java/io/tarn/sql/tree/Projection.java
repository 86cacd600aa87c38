package io.tarn.sql.tree;

/// One output column of a SELECT.
///
/// @param name as Lake's answers print it
public record Projection(String name, Expression expression) {}

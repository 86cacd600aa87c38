package io.tarn.catalog.library;

/// A query that comes with the product.
///
/// @param name unique in the library: lower-case letters, digits and hyphens
public record LibraryQuery(String name, QueryFile file) {}

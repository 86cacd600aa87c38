package io.tarn.catalog.query;

/// A category and how many queries of it the reader sees.
public record CategoryCount(String name, long count) {}

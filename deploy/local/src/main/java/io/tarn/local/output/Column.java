package io.tarn.local.output;

/// A column of an answer, with its type's name.
public record Column(String name, String type) {}

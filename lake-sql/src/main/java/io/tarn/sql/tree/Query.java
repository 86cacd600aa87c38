package io.tarn.sql.tree;

/// Something that gives rows.
public sealed interface Query permits Select {}

package io.tarn.query.sql.tree;

/// Something that gives rows.
public sealed interface Query permits Select {}

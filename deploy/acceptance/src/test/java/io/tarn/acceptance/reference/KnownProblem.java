package io.tarn.acceptance.reference;

/// One place in the sources that answers with a problem.
record KnownProblem(String name, int status, String module, String detail) {}

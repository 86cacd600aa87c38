/// Refusals of the edge as problem documents.
@NullMarked
package io.tarn.edge.problem;

import org.jspecify.annotations.NullMarked;

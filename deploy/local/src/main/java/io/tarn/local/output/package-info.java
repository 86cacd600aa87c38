/// The rows of an answer as people and programs want them: table, CSV, JSON, one JSON object a
/// line.
@NullMarked
package io.tarn.local.output;

import org.jspecify.annotations.NullMarked;

/// The forms in which events come, recognised by content, and the splitting of a stream into the
/// exact texts of its events without building trees.
@NullMarked
package io.tarn.ingest.intake.form;

import org.jspecify.annotations.NullMarked;

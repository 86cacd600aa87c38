/// The forms in which events come, recognised by content, and the exact bytes of the events in
/// them. A streaming parser tells where JSON values begin and end; no tree is built, and no file is
/// in memory as a whole.
@NullMarked
package io.tarn.ingest.intake.form;

import org.jspecify.annotations.NullMarked;

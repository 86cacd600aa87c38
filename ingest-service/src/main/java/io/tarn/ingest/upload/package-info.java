/// Uploads: what came together, its files, and the sum of what became of its events. Intake says
/// here what it took, the writers count in their own transactions what they made of it, and an
/// upload is complete when both agree.
@NullMarked
package io.tarn.ingest.upload;

import org.jspecify.annotations.NullMarked;

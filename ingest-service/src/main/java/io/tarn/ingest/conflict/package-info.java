/// Conflicts: other content that came under the id and time of a stored event, shown beside it with
/// the places at which they differ.
@NullMarked
package io.tarn.ingest.conflict;

import org.jspecify.annotations.NullMarked;

/// Advanced event selectors, as CloudTrail Lake has them: which events a store admits. Plain
/// Java.
@NullMarked
package io.tarn.ingest.selector;

import org.jspecify.annotations.NullMarked;

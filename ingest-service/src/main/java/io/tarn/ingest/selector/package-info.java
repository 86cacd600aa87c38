/// Advanced event selectors, as CloudTrail Lake has them: which events a store takes in. Plain
/// Java.
@NullMarked
package io.tarn.ingest.selector;

import org.jspecify.annotations.NullMarked;

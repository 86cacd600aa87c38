/// Judges changes by approvals, exclusions, automations and reviews: plain Java, and the same
/// result for the same facts, in whatever order they became known.
@NullMarked
package io.tarn.scheduler.ledger.verdict;

import org.jspecify.annotations.NullMarked;

/// Activity as a trail delivers it: gzip log files below `AWSLogs`, digest files that name their
/// hashes, each signed and chained to the one before, and the ground truth.
@NullMarked
package io.tarn.demo.trail;

import org.jspecify.annotations.NullMarked;

/// Activity as a trail delivers it: gzip log files below `AWSLogs`, digest files that name their
/// hashes, each signed and chained to the one before, and beside them what really happened.
@NullMarked
package io.tarn.demo.trail;

import org.jspecify.annotations.NullMarked;

/// Where exports go: the tenant's own bucket, and other places within the operator's allow-list,
/// with clients that reach nothing else.
@NullMarked
package io.tarn.scheduler.destination;

import org.jspecify.annotations.NullMarked;

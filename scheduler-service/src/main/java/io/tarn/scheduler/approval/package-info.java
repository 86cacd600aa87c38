/// Approvals of changes, as the systems that companies use for them tell them.
@NullMarked
package io.tarn.scheduler.approval;

import org.jspecify.annotations.NullMarked;

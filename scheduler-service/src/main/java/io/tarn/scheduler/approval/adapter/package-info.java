/// Adapters by which systems send approvals as webhooks: signed, each with a secret of its own.
@NullMarked
package io.tarn.scheduler.approval.adapter;

import org.jspecify.annotations.NullMarked;

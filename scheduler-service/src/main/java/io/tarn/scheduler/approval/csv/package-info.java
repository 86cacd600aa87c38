/// Approvals out of CSV files.
@NullMarked
package io.tarn.scheduler.approval.csv;

import org.jspecify.annotations.NullMarked;

/// Documents for people: PDF and CSV of tables. It knows nothing of what they tell.
@NullMarked
package io.tarn.scheduler.report;

import org.jspecify.annotations.NullMarked;

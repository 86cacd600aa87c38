/// The installation's keys for results, their rotation, and signing with them.
@NullMarked
package io.tarn.scheduler.signing;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.tarn.scheduler.export.format;

import org.jspecify.annotations.NullMarked;

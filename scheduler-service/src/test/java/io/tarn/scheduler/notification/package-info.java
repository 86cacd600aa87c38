@NullMarked
package io.tarn.scheduler.notification;

import org.jspecify.annotations.NullMarked;

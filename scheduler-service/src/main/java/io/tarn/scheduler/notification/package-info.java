/// Tells people and other systems of the ends of runs and of changes: channels of tenants, what is
/// told to each,
/// and its delivery by e-mail and webhooks, at least once and with an id that stays.
@NullMarked
package io.tarn.scheduler.notification;

import org.jspecify.annotations.NullMarked;

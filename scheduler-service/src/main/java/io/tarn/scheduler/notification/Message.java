package io.tarn.scheduler.notification;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is sent to a channel, the same at each attempt.
///
/// @param id by which receivers know a repeated delivery
/// @param at when that was which it is about
/// @param link where people see more; null where the address of the console is not set
record Message(UUID id, Notice notice, Instant at, @Nullable URI link) {}

package io.tarn.scheduler.chargeback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/// What a cost centre is given back of a closed month.
///
/// @param id the id of the credit
/// @param costCentre who gets it
/// @param amount in the currency of the statement, more than 0
/// @param reason why, in words
/// @param createdBy who gave it
/// @param createdAt when it was given
public record Credit(
    UUID id,
    String costCentre,
    BigDecimal amount,
    String reason,
    String createdBy,
    Instant createdAt) {}

package io.tarn.catalog.query;

import io.tarn.common.tenant.TenantId;
import io.tarn.service.gate.Actor;

/// Who looks at queries, and where.
///
/// @param mayWrite whether they keep queries of their own; who may not sees shared ones only, so
///     that no text of their own ever runs
/// @param mayShare whether they decide what is shared; who does sees what others keep private
public record QueryReader(TenantId tenant, Actor actor, boolean mayWrite, boolean mayShare) {}

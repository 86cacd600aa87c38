package io.tarn.query.execution;

import io.tarn.common.tenant.TenantId;
import java.util.UUID;

/// Names an execution. Nothing of one is ever looked up without its tenant.
public record ExecutionKey(TenantId tenant, UUID id) {}

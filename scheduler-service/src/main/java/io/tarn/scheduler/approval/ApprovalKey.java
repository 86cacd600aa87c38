package io.tarn.scheduler.approval;

/// What an approval is called within its tenant.
public record ApprovalKey(String system, String id) {}

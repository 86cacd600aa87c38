package io.tarn.scheduler.approval.adapter;

/// An adapter as it is to be.
public record AdapterPlan(String name, AdapterKind kind, AdapterSettings settings) {}

package io.tarn.scheduler.approval.adapter;

import org.jspecify.annotations.Nullable;

/// What headers say of a delivery.
///
/// @param githubSignature `X-Hub-Signature-256`, of GitHub
/// @param jiraSignature `X-Hub-Signature`, of Jira
/// @param tarnSignature `X-Tarn-Signature`, of senders that have no way of signing of their own
/// @param tarnTimestamp `X-Tarn-Timestamp`, seconds since 1970, which is signed too
/// @param githubEvent `X-GitHub-Event`, the kind of event
public record DeliveryHeaders(
    @Nullable String githubSignature,
    @Nullable String jiraSignature,
    @Nullable String tarnSignature,
    @Nullable String tarnTimestamp,
    @Nullable String githubEvent) {}

package io.tarn.local.s3;

/// An object of a listing.
public record S3Object(String key, long size) {}

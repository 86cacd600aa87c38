/// A small client of S3, enough to list a bucket, read from it and write to it: the command line
/// stays without an SDK.
@NullMarked
package io.tarn.local.s3;

import org.jspecify.annotations.NullMarked;

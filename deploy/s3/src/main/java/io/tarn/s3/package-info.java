/// The embedded S3 endpoint: one identity for the services' own buckets, and one a tenant that
/// sees the tenant's bucket for results and nothing else.
@NullMarked
package io.tarn.s3;

import org.jspecify.annotations.NullMarked;

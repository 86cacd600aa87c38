/// Tests of the small client of S3.
package io.tarn.local.s3;

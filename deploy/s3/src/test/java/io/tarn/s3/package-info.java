/// Tests of the embedded S3 endpoint with a real client.
package io.tarn.s3;

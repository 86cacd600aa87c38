/// The tenant's own bucket, used with a stock AWS command line.
@NullMarked
package io.tarn.acceptance.s3;

import org.jspecify.annotations.NullMarked;

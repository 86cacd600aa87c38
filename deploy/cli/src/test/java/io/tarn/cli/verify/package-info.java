/// Tests of verifying exports.
@NullMarked
package io.tarn.cli.verify;

import org.jspecify.annotations.NullMarked;

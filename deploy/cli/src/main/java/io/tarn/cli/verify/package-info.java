/// Verifies exported results: by their files and a list of public keys alone.
@NullMarked
package io.tarn.cli.verify;

import org.jspecify.annotations.NullMarked;

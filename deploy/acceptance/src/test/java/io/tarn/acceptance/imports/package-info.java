/// Files brought in from the command line: counted, repeated, gone on with, and refused.
@NullMarked
package io.tarn.acceptance.imports;

import org.jspecify.annotations.NullMarked;

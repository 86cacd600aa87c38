/// Import of files by the command line.
@NullMarked
package io.tarn.acceptance.imports;

import org.jspecify.annotations.NullMarked;

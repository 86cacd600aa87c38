/// What the tests of several modules share to make pages below `docs/reference`. The build compares
/// the pages; with `-Dtarn.reference=write` it writes them.
@NullMarked
package io.tarn.common.reference;

import org.jspecify.annotations.NullMarked;

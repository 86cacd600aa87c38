/// The pages below `docs/reference`, made from sources and from the running services. The build
/// compares them; with `-Dtarn.reference=write` it writes them.
@NullMarked
package io.tarn.acceptance.reference;

import org.jspecify.annotations.NullMarked;

/// Runs the README's first minutes and every guide, and compares what the commands print with what
/// the page says.
@NullMarked
package io.tarn.acceptance.guides;

import org.jspecify.annotations.NullMarked;

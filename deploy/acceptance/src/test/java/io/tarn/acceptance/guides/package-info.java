/// Runs the commands of the README and of every guide, and compares their output with the page.
@NullMarked
package io.tarn.acceptance.guides;

import org.jspecify.annotations.NullMarked;

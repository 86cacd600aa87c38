/// The console in a real browser: page objects, and the journeys that everybody makes.
@NullMarked
package io.tarn.acceptance.browser;

import org.jspecify.annotations.NullMarked;

/// Hostile input for every operation, and its effect on other tenants.
@NullMarked
package io.tarn.acceptance.hostile;

import org.jspecify.annotations.NullMarked;

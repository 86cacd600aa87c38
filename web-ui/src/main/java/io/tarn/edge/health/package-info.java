/// Readiness of the edge: settings that are not safe.
@NullMarked
package io.tarn.edge.health;

import org.jspecify.annotations.NullMarked;

/// Where a path leads: its one canonical form, and the table from path to service. Plain Java.
@NullMarked
package io.tarn.edge.route;

import org.jspecify.annotations.NullMarked;

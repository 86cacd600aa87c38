/// Connections to the services behind the edge.
@NullMarked
package io.tarn.edge.upstream;

import org.jspecify.annotations.NullMarked;

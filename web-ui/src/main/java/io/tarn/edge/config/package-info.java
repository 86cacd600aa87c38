/// Settings of the edge, and the few that are computed: secrets from files, what follows from the
/// public URL.
@NullMarked
package io.tarn.edge.config;

import org.jspecify.annotations.NullMarked;

/// How much of the service one tenant may use: defaults for all, and what operators set for one.
@NullMarked
package io.tarn.query.limit;

import org.jspecify.annotations.NullMarked;

/// The REST resources of queries, the bodies they take and give, and the problems they answer with.
@NullMarked
package io.tarn.query.api;

import org.jspecify.annotations.NullMarked;

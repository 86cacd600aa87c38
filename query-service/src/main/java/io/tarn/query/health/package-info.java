/// Whether this service can be trusted with statements now.
@NullMarked
package io.tarn.query.health;

import org.jspecify.annotations.NullMarked;

/// The border to the engine that answers translated statements. Outside of this package nobody
/// knows how an engine is connected to, how its rows are read, or what it calls its errors.
///
/// PostgreSQL is the one engine so far.
@NullMarked
package io.tarn.query.engine;

import org.jspecify.annotations.NullMarked;

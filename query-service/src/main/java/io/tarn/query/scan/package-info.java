/// How much a statement scans, by a definition that can be told before it runs and checked after:
/// all events of the stores that it names, on the days that it can touch.
@NullMarked
package io.tarn.query.scan;

import org.jspecify.annotations.NullMarked;

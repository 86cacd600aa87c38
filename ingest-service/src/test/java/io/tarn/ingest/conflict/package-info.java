/// Tests of conflicts as plain Java.
@NullMarked
package io.tarn.ingest.conflict;

import org.jspecify.annotations.NullMarked;

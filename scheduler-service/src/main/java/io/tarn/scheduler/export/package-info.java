/// Exports: results of executions as files in S3, whole and signed, once.
@NullMarked
package io.tarn.scheduler.export;

import org.jspecify.annotations.NullMarked;

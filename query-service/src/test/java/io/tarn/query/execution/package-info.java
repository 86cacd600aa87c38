/// Tests of executions that need no database.
@NullMarked
package io.tarn.query.execution;

import org.jspecify.annotations.NullMarked;

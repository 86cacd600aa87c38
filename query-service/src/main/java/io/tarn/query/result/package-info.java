/// Results of executions: how rows are kept in chunks in the services' bucket, and how they are
/// read from there and shown in Lake's text forms.
@NullMarked
package io.tarn.query.result;

import org.jspecify.annotations.NullMarked;

/// Results of executions: how a row of the database becomes typed JSON, how it is kept in chunks in
/// the services' bucket, and how rows are read from there and shown in Lake's text forms.
@NullMarked
package io.tarn.query.result;

import org.jspecify.annotations.NullMarked;

/// Results of executions: how a row of the database becomes typed JSON, how it is kept in pages,
/// and
/// how a page is read and shown in Lake's text forms.
@NullMarked
package io.tarn.query.result;

import org.jspecify.annotations.NullMarked;

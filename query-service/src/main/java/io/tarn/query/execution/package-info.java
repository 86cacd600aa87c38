/// One run of a statement, from its submission to its end, and the history of runs.
///
/// An execution waits for its turn, runs in one transaction under the tenant's login, stores its
/// result page by page, and ends in one of four ways. Whatever else happens, its row says so.
@NullMarked
package io.tarn.query.execution;

import org.jspecify.annotations.NullMarked;

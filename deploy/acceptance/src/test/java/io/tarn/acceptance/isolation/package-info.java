/// Isolation of two tenants: every role of the one tries every resource of the other, through
/// every endpoint, and gets nothing.
@NullMarked
package io.tarn.acceptance.isolation;

import org.jspecify.annotations.NullMarked;

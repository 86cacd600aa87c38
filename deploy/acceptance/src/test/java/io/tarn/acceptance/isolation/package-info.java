/// Two tenants: everything of the one is tried as every role of the other, through every endpoint,
/// and nothing comes back.
@NullMarked
package io.tarn.acceptance.isolation;

import org.jspecify.annotations.NullMarked;

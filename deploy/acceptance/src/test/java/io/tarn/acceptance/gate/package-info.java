/// Authentication and authorization: credentials that must be refused, roles, and access records.
@NullMarked
package io.tarn.acceptance.gate;

import org.jspecify.annotations.NullMarked;

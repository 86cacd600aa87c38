/// The gate: every request to a service carries a grant, and what the grant does not allow does
/// not happen. Verifies signature, time, audience, tenant against path and permission against
/// endpoint, and keeps an access record before an endpoint runs.
@NullMarked
package io.tarn.service.gate;

import org.jspecify.annotations.NullMarked;

/// The tenants of the installation, for what this service does by itself.
@NullMarked
package io.tarn.scheduler.tenant;

import org.jspecify.annotations.NullMarked;

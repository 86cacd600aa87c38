/// Makes what a tenant or store needs in other parts, and undoes what is half made.
@NullMarked
package io.tarn.catalog.provisioning;

import org.jspecify.annotations.NullMarked;

/// What a tenant's login reaches in the database, and what it does not.
@NullMarked
package io.tarn.query.tenantdb;

import org.jspecify.annotations.NullMarked;

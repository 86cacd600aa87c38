/// What the services need of PostgreSQL before they start: logins, schemas, and the walls between
/// tenants.
@NullMarked
package io.tarn.common.postgres;

import org.jspecify.annotations.NullMarked;

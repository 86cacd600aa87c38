/// Queries that are kept: the library of the product, the operator's, and those of tenants.
@NullMarked
package io.tarn.catalog.query;

import org.jspecify.annotations.NullMarked;

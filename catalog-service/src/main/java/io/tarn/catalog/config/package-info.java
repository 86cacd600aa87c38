/// The settings of catalog-service.
@NullMarked
package io.tarn.catalog.config;

import org.jspecify.annotations.NullMarked;

/// The settings of the query service, one mapped interface a feature.
@NullMarked
package io.tarn.query.config;

import org.jspecify.annotations.NullMarked;

/// The settings of ingest-service, one mapping a feature.
@NullMarked
package io.tarn.ingest.config;

import org.jspecify.annotations.NullMarked;

/// HTTP: putting events, and the provisioning that catalog-service asks for.
@NullMarked
package io.tarn.ingest.api;

import org.jspecify.annotations.NullMarked;

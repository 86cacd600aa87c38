/// Settings of one service, and the check that names unsafe ones.
@NullMarked
package io.tarn.service.config;

import org.jspecify.annotations.NullMarked;

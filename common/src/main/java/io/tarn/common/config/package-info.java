/// Settings that every service has, and the check that refuses unknown ones.
@NullMarked
package io.tarn.common.config;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.tarn.catalog.library;

import org.jspecify.annotations.NullMarked;

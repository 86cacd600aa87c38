/// The queries that come with the product, and the form of a file that holds one.
@NullMarked
package io.tarn.catalog.library;

import org.jspecify.annotations.NullMarked;

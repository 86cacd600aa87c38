/// The written pages: their links lead somewhere, and decisions have numbers of their own.
@NullMarked
package io.tarn.acceptance.documents;

import org.jspecify.annotations.NullMarked;

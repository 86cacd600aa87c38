/// Who may pass: credentials that must be refused, and the records of those who came in.
@NullMarked
package io.tarn.acceptance.gate;

import org.jspecify.annotations.NullMarked;

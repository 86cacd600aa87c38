/// Values of results as CloudTrail Lake writes them.
@NullMarked
package io.tarn.service.result;

import org.jspecify.annotations.NullMarked;

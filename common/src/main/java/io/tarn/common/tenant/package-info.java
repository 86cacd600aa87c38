/// Who a customer organisation is: its id, and the names derived from it.
@NullMarked
package io.tarn.common.tenant;

import org.jspecify.annotations.NullMarked;

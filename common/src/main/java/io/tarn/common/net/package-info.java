/// Addresses of the internet as texts.
@NullMarked
package io.tarn.common.net;

import org.jspecify.annotations.NullMarked;

/// The started product as its users see it: the script, the edge, the identity provider, and what a
/// test needs beside them.
@NullMarked
package io.tarn.acceptance.product;

import org.jspecify.annotations.NullMarked;

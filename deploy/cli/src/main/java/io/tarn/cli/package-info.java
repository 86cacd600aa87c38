/// The commands of `./tarn`. Building and testing is the script's part; everything here runs or
/// asks the product.
@NullMarked
package io.tarn.cli;

import org.jspecify.annotations.NullMarked;

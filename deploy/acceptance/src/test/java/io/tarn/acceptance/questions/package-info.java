/// The three questions of the product, asked of generated activity and held against what really
/// happened.
@NullMarked
package io.tarn.acceptance.questions;

import org.jspecify.annotations.NullMarked;

/// Doc comments as resources beside the compiled classes, so that what the source says of a field
/// or an operation can be shown to those who call it.
@NullMarked
package io.tarn.doccomments;

import org.jspecify.annotations.NullMarked;

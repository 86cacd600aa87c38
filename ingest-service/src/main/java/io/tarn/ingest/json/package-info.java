/// JSON as it was written: a small tree that keeps the order of keys, repeated keys and the text of
/// numbers, read by a streaming parser in one pass, and the writers of text from it.
@NullMarked
package io.tarn.ingest.json;

import org.jspecify.annotations.NullMarked;

/// From text to the nodes of Trino's parser: names of event data stores that Trino cannot read are
/// made readable without moving anything, and constructs outside our language are refused.
@NullMarked
package io.tarn.sql.parse;

import org.jspecify.annotations.NullMarked;

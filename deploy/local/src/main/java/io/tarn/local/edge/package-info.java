/// Client of the edge for the command line, with access tokens of the identity provider.
@NullMarked
package io.tarn.local.edge;

import org.jspecify.annotations.NullMarked;

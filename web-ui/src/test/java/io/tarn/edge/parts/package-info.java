/// What stands round the edge in its tests: an identity provider, services that record what reaches
/// them, and a browser's way with cookies.
package io.tarn.edge.parts;

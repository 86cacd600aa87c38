/// Test doubles around the edge: an identity provider, services that record what reaches
/// them, and a browser's way with cookies.
package io.tarn.edge.parts;

/// Carrying requests and answers between caller and service, streamed both ways.
@NullMarked
package io.tarn.edge.proxy;

import org.jspecify.annotations.NullMarked;

/// Tests of the arithmetic of benches.
package io.tarn.bench;

/// Tests of what benches count with.
package io.tarn.bench;

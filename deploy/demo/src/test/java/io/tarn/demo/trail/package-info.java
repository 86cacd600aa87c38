/// Tests of the demonstration's trail files, digests and ground truth.
package io.tarn.demo.trail;

/// Tests of the plain parts of `output`.
package io.tarn.local.output;

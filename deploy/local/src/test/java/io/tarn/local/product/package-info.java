/// Tests of the plain parts of `product`.
package io.tarn.local.product;

/// Tests of the plain parts of `demo`.
package io.tarn.demo;

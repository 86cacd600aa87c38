/// Tests of the plain parts of `cli`.
package io.tarn.cli;

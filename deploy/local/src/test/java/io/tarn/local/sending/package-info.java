/// Tests of sending many files.
package io.tarn.local.sending;

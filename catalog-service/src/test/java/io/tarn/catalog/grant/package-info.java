/// Tests of grants from within.
package io.tarn.catalog.grant;

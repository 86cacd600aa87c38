/// Tests of the demonstration's activity.
package io.tarn.local.demo.activity;

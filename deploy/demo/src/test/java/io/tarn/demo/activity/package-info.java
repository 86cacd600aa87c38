/// Tests of the demonstration's activity.
package io.tarn.demo.activity;

/// Demo data of a new installation: three demo tenants with users for each role, their event data
/// stores, and some events of a believable week in each.
@NullMarked
package io.tarn.demo;

import org.jspecify.annotations.NullMarked;

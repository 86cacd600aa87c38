/// Kills processes while events flow, and checks that no event is lost or doubled.
@NullMarked
package io.tarn.acceptance.kill;

import org.jspecify.annotations.NullMarked;

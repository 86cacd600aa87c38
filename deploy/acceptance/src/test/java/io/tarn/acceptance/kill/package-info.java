/// Kills processes while events flow, and looks whether an event was lost or doubled.
@NullMarked
package io.tarn.acceptance.kill;

import org.jspecify.annotations.NullMarked;

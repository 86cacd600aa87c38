/// Who somebody is and what they may: tokens and roles become signed grants.
@NullMarked
package io.tarn.catalog.grant;

import org.jspecify.annotations.NullMarked;

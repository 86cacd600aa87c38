/// Who may work where: members, operators and invitations.
@NullMarked
package io.tarn.catalog.membership;

import org.jspecify.annotations.NullMarked;

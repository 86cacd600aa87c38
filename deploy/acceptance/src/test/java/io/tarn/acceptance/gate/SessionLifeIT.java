package io.tarn.acceptance.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tarn.acceptance.product.Product;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How long a session at the console lives, with the real identity provider.
class SessionLifeIT {
  private static final int TOKEN_SECONDS = 2;

  private final Product product = Product.running();
  private final IdentityAdmin identities = new IdentityAdmin(product);
  private final URI listing = product.edge().resolve("/v1/tenants/acme/event-data-stores");

  @BeforeEach
  void giveShortLivedTokens() {
    identities.consoleTokensLive(Integer.toString(TOKEN_SECONDS));
  }

  @AfterEach
  void giveUsualTokens() {
    identities.consoleTokensLive("");
  }

  @Test
  void goesOnWithoutASignInWhenItsAccessTokenHasRunOut() {
    // given
    var session = new ConsoleSession(product).signIn("acme-analyst");
    var first = session.sessionCookies();

    // when
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              session.open(listing).with(200);
              return session.sessionCookies();
            },
            cookies -> !cookies.equals(first));

    // then
    session.open(listing).with(200);
    assertThat(session.sessionCookies()).isNotEmpty();
  }

  @Test
  void endsAtBothEnds() {
    // given
    var session = new ConsoleSession(product).signIn("acme-analyst");
    session.open(listing).with(200);

    var before = session.copied();

    // when
    session.signOutAndFollow();

    // then
    before.open(listing).with(401);
    assertThat(session.isAskedForThePassword()).as("the provider's own session is over").isTrue();
  }

  @Test
  void givesAThiefOfTheCookieNoNewTokensAfterSignOut() {
    // given
    var session = new ConsoleSession(product).signIn("acme-analyst");
    var thief = session.copied();

    // when
    session.signOut().with(200);

    // then
    await()
        .during(Duration.ofSeconds(TOKEN_SECONDS + 2))
        .atMost(Duration.ofSeconds(TOKEN_SECONDS + 10))
        .until(() -> thief.open(listing).status() == 401);
  }
}

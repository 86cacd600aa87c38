package io.tarn.edge.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tarn.edge.parts.Browser;
import io.tarn.edge.parts.Installation;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Installation.class)
class SessionTest {
  private static final String SIGN_IN = "/sign-in?return-to=%2Ft%2Facme";

  private final Browser ada = new Browser();

  @BeforeEach
  void forget() {
    Installation.services().forget();
  }

  @Test
  void signsInWithPkceAndReturnsToThePage() {
    // when
    var answer = ada.signIn(SIGN_IN);
    // then
    assertThat(answer.headers().firstValue("Location")).hasValue("/t/acme");
    assertThat(Installation.provider().lastAuthorization())
        .containsEntry("code_challenge_method", "S256")
        .containsEntry("redirect_uri", ada.edge() + "/sign-in/callback")
        .containsKeys("code_challenge", "state");
    assertThat(ada.get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void keepsTokensWhereNoScriptAndNoOtherSiteReachesThem() {
    // given
    var first = ada.get(SIGN_IN);
    var atProvider = ada.signIn(first.headers().firstValue("Location").orElseThrow());
    // then
    assertThat(atProvider.statusCode()).isEqualTo(303);
    assertThat(first.headers().allValues("Set-Cookie")).allSatisfy(SessionTest::isGuarded);
    assertThat(String.join(" ", ada.cookies().values())).doesNotContain("access-", "refresh-");
  }

  private static void isGuarded(String cookie) {
    assertThat(cookie).containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax");
  }

  @Test
  void asksForThePasswordAgainWhereToldTo() {
    ada.signIn(SIGN_IN + "&prompt=login");
    assertThat(Installation.provider().lastAuthorization()).containsEntry("prompt", "login");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/%5Cevil.example",
        "javascript:1",
        "/v1/me"
      })
  void returnsToNoOtherSite(String wanted) {
    var answer = ada.signIn("/sign-in?return-to=" + wanted);
    assertThat(answer.headers().firstValue("Location")).hasValue("/");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, , , 403",
    "POST, X-Tarn-Csrf, 1, 200",
    "DELETE, , , 403",
    "PATCH, X-Tarn-Csrf, 0, 403",
    "GET, , , 200",
    "GET, Sec-Fetch-Site, cross-site, 403",
    "GET, Sec-Fetch-Site, same-site, 403",
    "GET, Sec-Fetch-Site, same-origin, 200",
    "GET, Origin, https://evil.example, 403"
  })
  void takesTheCookieFromTheConsoleOnly(String method, String header, String value, int status) {
    // given
    ada.signIn(SIGN_IN);
    var headers = header == null ? new String[0] : new String[] {header, value};
    // when
    var answer = ada.send(method, "/v1/tenants/acme/queries/1", null, headers);
    // then
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(Installation.services().arrivals()).hasSize(status == 200 ? 1 : 0);
  }

  @Test
  void signsOutAtBothEndsAndRefusesTheCopiedCookieAfterwards() {
    // given
    var refreshTokensBefore = Set.copyOf(Installation.provider().liveRefreshTokens());
    ada.signIn(SIGN_IN);
    var thief = new Browser();
    thief.cookies().putAll(ada.cookies());
    // when
    var answer = ada.send("POST", "/sign-out", null, "X-Tarn-Csrf", "1");
    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("location"))
        .startsWith(Installation.provider().issuer() + "/end?id_token_hint=")
        .contains("&post_logout_redirect_uri=");
    assertThat(ada.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
    assertThat(Installation.provider().liveRefreshTokens()).isEqualTo(refreshTokensBefore);
    assertProblem(ada.get("/v1/me"), 401, "unauthenticated");
    assertProblem(thief.get("/v1/me"), 401, "session-ended");
    assertThat(thief.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
  }

  @Test
  void goesOnWithoutANewSignInWhenItsTokenHasRunOut() {
    // given
    Installation.provider().giveTokensFor(1);
    ada.signIn(SIGN_IN);
    var first = tokenOf(ada.get("/v1/me"));
    var refreshed = Installation.provider().refreshes();
    Installation.provider().giveUsualTokens();

    // when
    var second = await().until(() -> tokenOf(ada.get("/v1/me")), token -> !token.equals(first));

    // then
    assertThat(second).startsWith("access-");
    assertThat(Installation.provider().refreshes()).isEqualTo(refreshed + 1);
    assertThat(tokenOf(ada.get("/v1/me"))).as("stored in the cookie").isEqualTo(second);
  }

  @Test
  void endsWhereTheProviderGivesNoNewToken() {
    // given
    Installation.provider().giveTokensFor(1);
    ada.signIn(SIGN_IN);
    Installation.provider().giveUsualTokens();
    Installation.provider().liveRefreshTokens().clear();

    // when
    var answer = await().until(() -> ada.get("/v1/me"), any -> any.statusCode() != 200);

    // then
    assertProblem(answer, 401, "unauthenticated");
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  /// The access token that the edge showed for this request.
  private static String tokenOf(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    var asked = List.copyOf(Installation.services().grants());
    return asked.getLast().path("credential").path("token").asText();
  }

  @Test
  void signsNobodyOutForAnotherSite() {
    ada.signIn(SIGN_IN);
    assertProblem(ada.send("POST", "/sign-out", null), 403, "forged-request");
    assertThat(ada.get("/v1/me").statusCode()).isEqualTo(200);
  }

  @Test
  void refusesCookiesThatItDidNotMake() {
    // given
    var forger = new Browser();
    for (var forged : new String[] {"x", "a.b.c.d.e", "eyJhbGciOiJub25lIn0.e30."}) {
      forger.cookies().putAll(Map.of("q_session", forged));
      // when
      var answer = forger.get("/v1/me");
      // then
      assertProblem(answer, 401, "unauthenticated");
    }
    assertThat(Installation.services().grants()).isEmpty();
  }

  @Test
  void refusesACookieWithOneLetterChanged() {
    // given
    ada.signIn(SIGN_IN);
    ada.cookies()
        .replaceAll(
            (name, value) ->
                name.startsWith("q_session")
                    ? value.substring(0, value.length() - 9) + "AAAAAAAAA"
                    : value);
    // when
    var answer = ada.get("/v1/me");
    // then
    assertProblem(answer, 401, "unauthenticated");
  }

  @Test
  void refusesACallbackThatNobodyStarted() {
    var answer = ada.get("/sign-in/callback?code=guess&state=guess");
    assertThat(answer.statusCode()).isBetween(300, 499);
    assertThat(ada.cookies().keySet()).noneMatch(name -> name.startsWith("q_session"));
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String name) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(new JsonObject(answer.body()).getString("type")).isEqualTo("/problems/" + name);
  }
}

package io.tarn.acceptance.gate;

import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser without a screen: signs in by the code flow at the real identity provider and keeps
/// cookies, one jar for
/// each session.
final class ConsoleSession {
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final int MOST_STEPS = 10;

  private final Product product;
  private final Map<String, String> cookies = new LinkedHashMap<>();

  ConsoleSession(Product product) {
    this.product = product;
  }

  /// Signs in and ends at the console's first page.
  ConsoleSession signIn(String user) {
    var answer = open(callback(user));
    for (int step = 0; step < MOST_STEPS && isRedirect(answer); step++) {
      answer = open(location(answer));
    }
    if (sessionCookies().isEmpty()) {
      throw new AssertionError("no session after " + answer);
    }
    return this;
  }

  /// Goes as far as the address that the identity provider sends the browser back to.
  URI callback(String user) {
    var page = open(location(open(product.edge().resolve("/sign-in"))));
    var form = FORM.matcher(page.body());
    if (!form.find()) {
      throw new AssertionError("no form in " + page);
    }
    var action = URI.create(form.group(1).replace("&amp;", "&"));
    var credentials = Map.of("username", user, "password", product.demoPassword());
    return location(post(action, People.encoded(credentials)));
  }

  private Answer post(URI address, String form) {
    var caller =
        withCookies(Caller.anonymous(origin(address)))
            .with("Content-Type", "application/x-www-form-urlencoded");
    return stored(caller.post(relative(address), form));
  }

  /// Fetches an address with this jar's cookies, and keeps those that come back.
  Answer open(URI address) {
    return stored(withCookies(Caller.anonymous(origin(address))).get(relative(address)));
  }

  /// A caller at the edge that shows the session as the console does.
  Caller caller() {
    return withCookies(Caller.anonymous(product.edge())).with("X-Tarn-Csrf", "1");
  }

  /// A caller at the edge that shows the session without the console's own header.
  Caller callerOfAnotherSite() {
    return withCookies(Caller.anonymous(product.edge())).with("Origin", "http://elsewhere.example");
  }

  /// Ends the session at the edge; the jar keeps its cookies, as a thief would.
  Answer signOut() {
    return caller().post("/sign-out", "");
  }

  /// Signs out as a browser does: lets its cookies go, then follows to the identity provider.
  void signOutAndFollow() {
    open(URI.create(stored(signOut().with(200)).text("location")));
  }

  Map<String, String> sessionCookies() {
    return cookies.entrySet().stream()
        .filter(cookie -> cookie.getKey().startsWith("q_session") && !cookie.getValue().isEmpty())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /// Whether a sign-in leads to the provider's form, and not straight back in.
  boolean isAskedForThePassword() {
    var page = open(location(open(product.edge().resolve("/sign-in"))));
    return page.status() == 200 && FORM.matcher(page.body()).find();
  }

  /// Another jar with the cookies of this session, as a thief would have it.
  ConsoleSession copied() {
    var copy = new ConsoleSession(product);
    copy.cookies.putAll(sessionCookies());
    return copy;
  }

  /// Another jar with the same cookies, each value changed.
  ConsoleSession altered() {
    var copy = new ConsoleSession(product);
    sessionCookies().forEach((name, value) -> copy.cookies.put(name, flipped(value)));
    return copy;
  }

  private static String flipped(String value) {
    int middle = value.length() / 2;
    char other = value.charAt(middle) == 'A' ? 'B' : 'A';
    return value.substring(0, middle) + other + value.substring(middle + 1);
  }

  private Caller withCookies(Caller caller) {
    var line =
        cookies.entrySet().stream()
            .filter(cookie -> !cookie.getValue().isEmpty())
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return line.isEmpty() ? caller : caller.with("Cookie", line);
  }

  private Answer stored(Answer answer) {
    answer.headers().getOrDefault("set-cookie", List.of()).forEach(this::keep);
    return answer;
  }

  private void keep(String cookie) {
    var pair = cookie.split(";", 2)[0].split("=", 2);
    cookies.put(pair[0], pair[1].replace("\"", ""));
  }

  private static boolean isRedirect(Answer answer) {
    return answer.status() / 100 == 3;
  }

  private URI location(Answer answer) {
    if (!isRedirect(answer)) {
      throw new AssertionError("no redirect: " + answer);
    }
    return product.edge().resolve(answer.headers().get("location").getFirst());
  }

  private static URI origin(URI address) {
    return URI.create(address.getScheme() + "://" + address.getAuthority());
  }

  private static String relative(URI address) {
    return address.getRawPath()
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }
}

package io.tarn.acceptance.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.acceptance.openapi.Endpoint;
import io.tarn.acceptance.product.Answer;
import io.tarn.acceptance.product.Caller;
import io.tarn.acceptance.product.People;
import io.tarn.acceptance.product.Product;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// Hostile values for every string, number, time, cursor and body of every operation: each is
/// refused with a problem or is valid, none ends in a server error.
class HostileValuesIT {
  private static final int AT_ONCE = 4;
  private static final Set<Integer> REFUSALS =
      Set.of(400, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429);

  @Test
  void everyOperationRefusesThemAsAProblem() throws InterruptedException {
    // given
    var product = Product.running();
    var people = new People(product);
    var attacks = Endpoint.all(product).stream().flatMap(Attack::on).toList();
    var errors = ErrorLines.since(product);
    assertThat(attacks).hasSizeGreaterThan(1000);
    // when
    var faults = faults(attacks, people);
    // then
    assertThat(faults).as("of %d requests", attacks.size()).isEmpty();
    assertThat(errors.all()).as("lines logged as errors").isEmpty();
  }

  private static List<String> faults(List<Attack> attacks, People people)
      throws InterruptedException {
    var admin = people.person("initech", "tenant-admin");
    var platform = people.person("platform-admin");
    try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
      var all =
          threads.invokeAll(
              attacks.stream()
                  .<Callable<Optional<String>>>map(
                      attack -> () -> fault(attack, attack.isUnderATenant() ? admin : platform))
                  .toList());
      return all.stream().map(Future::resultNow).flatMap(Optional::stream).toList();
    }
  }

  private static Optional<String> fault(Attack attack, Caller caller) {
    Answer answer;
    try {
      answer = attack.sent(caller);
    } catch (UncheckedIOException closed) {
      return Optional.of(attack + ": " + closed);
    }
    return isRight(answer) ? Optional.empty() : Optional.of(attack + ": " + shown(answer));
  }

  private static boolean isRight(Answer answer) {
    return answer.status() < 300 || (REFUSALS.contains(answer.status()) && isProblem(answer));
  }

  private static boolean isProblem(Answer answer) {
    return answer.headers().getOrDefault("content-type", List.of()).stream()
            .anyMatch(type -> type.startsWith("application/problem+json"))
        && answer.text("type").startsWith("/problems/");
  }

  private static String shown(Answer answer) {
    var body = answer.body();
    return answer.status() + " " + body.substring(0, Math.min(body.length(), 300));
  }
}

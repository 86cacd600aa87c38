package io.tarn.edge.guard;

import io.tarn.edge.problem.Refusal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// A file that is not there is no page of the console: without this, `/assets/...` that is of an
/// older release would be answered with the first page.
@ApplicationScoped
public class MissingAssets {
  // After the files themselves, before the console takes every other address for a page of its own.
  private static final int BEFORE_PAGES = 30_000;

  void register(@Observes Router router) {
    router.route("/assets/*").order(BEFORE_PAGES).handler(Refusal.NOT_FOUND::answer);
  }
}

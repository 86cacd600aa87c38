package io.tarn.edge.upstream;

import io.tarn.edge.config.EdgeConfig;
import io.tarn.edge.config.ServicesConfig;
import io.tarn.edge.route.Service;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/// Connections to the services behind the edge.
@ApplicationScoped
public class Upstreams {
  private static final int CONNECT_TIMEOUT_MILLIS = 3_000;
  // Shorter than any service keeps an idle connection, so that none is used while it is closed.
  private static final int KEEP_ALIVE_SECONDS = 20;

  private final HttpClient client;
  private final ServicesConfig services;

  Upstreams(Vertx vertx, EdgeConfig limits, ServicesConfig services) {
    this.services = services;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
            new PoolOptions().setHttp1MaxSize(limits.connectionsPerService()));
  }

  public HttpClient client() {
    return client;
  }

  /// A request to a service; `uri` is path and query as they are sent.
  public RequestOptions to(Service service, HttpMethod method, String uri) {
    var address = address(service);
    boolean secure = "https".equals(address.getScheme());
    int port = address.getPort();
    return new RequestOptions()
        .setMethod(method)
        .setHost(address.getHost())
        .setPort(port < 0 ? (secure ? 443 : 80) : port)
        .setSsl(secure)
        .setURI(uri);
  }

  private URI address(Service service) {
    return switch (service) {
      case CATALOG -> services.catalog().url();
      case INGEST -> services.ingest().url();
      case QUERY -> services.query().url();
      case SCHEDULER -> services.scheduler().url();
    };
  }

  @PreDestroy
  void close() {
    client.close();
  }
}

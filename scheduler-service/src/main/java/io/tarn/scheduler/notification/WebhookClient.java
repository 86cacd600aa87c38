package io.tarn.scheduler.notification;

import io.tarn.scheduler.config.NotificationConfig;
import io.tarn.scheduler.destination.AddressGuard;
import io.tarn.scheduler.destination.RefusedAddressException;
import io.tarn.scheduler.notification.Attempt.Passing;
import io.tarn.scheduler.notification.Attempt.Refused;
import io.tarn.scheduler.notification.Attempt.Taken;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.apache.http.HttpResponse;
import org.apache.http.client.config.CookieSpecs;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.config.MessageConstraints;
import org.apache.http.entity.ByteArrayEntity;
import org.apache.http.impl.NoConnectionReuseStrategy;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.jspecify.annotations.Nullable;

/// Sends to addresses that tenants have named: to none that the guard refuses, without following
/// redirects, and for a bounded time. Of answers only the status and headers are read.
@ApplicationScoped
class WebhookClient {
  private static final int MOST_CONNECTIONS = 100;
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_LINE = 8_192;

  private final WebhookGuard guard;
  private final NotificationConfig config;
  private final Clock clock;
  private final CloseableHttpClient listed;
  private final CloseableHttpClient others;

  WebhookClient(WebhookGuard guard, NotificationConfig config, Clock clock) {
    this.guard = guard;
    this.config = config;
    this.clock = clock;
    this.listed = client(guard.forListed());
    this.others = client(guard.forOthers());
  }

  private CloseableHttpClient client(AddressGuard addresses) {
    var time = (int) config.requestTime().toMillis();
    var constraints =
        MessageConstraints.custom()
            .setMaxHeaderCount(MOST_HEADERS)
            .setMaxLineLength(LONGEST_LINE)
            .build();
    return HttpClients.custom()
        .setDnsResolver(addresses::resolve)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom().setMessageConstraints(constraints).build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(time)
                .setConnectionRequestTimeout(time)
                .setSocketTimeout(time)
                .setRedirectsEnabled(false)
                .setCookieSpec(CookieSpecs.IGNORE_COOKIES)
                .build())
        .setConnectionReuseStrategy(NoConnectionReuseStrategy.INSTANCE)
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_CONNECTIONS)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .setUserAgent("Tarn")
        .build();
  }

  @PreDestroy
  void close() throws IOException {
    listed.close();
    others.close();
  }

  /// Sends a body by POST.
  Attempt post(URI url, byte[] body, Map<String, String> headers) {
    var fault = guard.formFault(url);
    if (fault.isPresent()) {
      return new Refused(null, "The address " + fault.get() + ".");
    }
    var request = new HttpPost(url);
    headers.forEach(request::setHeader);
    request.setEntity(new ByteArrayEntity(body));
    return send(guard.isListed(url) ? listed : others, request);
  }

  private Attempt send(CloseableHttpClient client, HttpUriRequest request) {
    var watch = Thread.ofVirtual().start(() -> abortLater(request));
    try (var response = client.execute(request)) {
      return attemptOf(response);
    } catch (RefusedAddressException _) {
      return new Refused(null, "The receiver has an address to which nothing may be sent.");
    } catch (IOException failure) {
      // Its text may name the address. The socket's own clock may be quicker than the watch.
      return request.isAborted() || failure instanceof InterruptedIOException
          ? new Passing(null, "The receiver does not answer in time.", null)
          : new Passing(null, "The receiver cannot be reached.", null);
    } catch (IllegalStateException _) {
      return new Passing(null, "The receiver does not answer in time.", null);
    } finally {
      watch.interrupt();
    }
  }

  /// Socket time-outs bound the silence within an answer; this bounds the whole of it.
  private void abortLater(HttpUriRequest request) {
    try {
      Thread.sleep(config.requestTime());
      request.abort();
    } catch (InterruptedException _) {
      // It was in time.
    }
  }

  private Attempt attemptOf(HttpResponse response) {
    var status = response.getStatusLine().getStatusCode();
    if (status >= 200 && status < 300) {
      return new Taken(status, null);
    }
    if (status == 429 || status >= 500) {
      return new Passing(status, "The receiver answers " + status + ".", waitOf(response));
    }
    return status >= 300 && status < 400
        ? new Refused(status, "The receiver redirects, which is not followed.")
        : new Refused(status, "The receiver answers " + status + ".");
  }

  private @Nullable Duration waitOf(HttpResponse response) {
    var header = response.getFirstHeader("Retry-After");
    return header == null ? null : waitOf(header.getValue().strip(), clock.instant());
  }

  /// What `Retry-After` says: seconds, or a time. Null where it says nothing.
  static @Nullable Duration waitOf(String text, Instant now) {
    if (text.matches("[0-9]{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    try {
      var time = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return time.isAfter(now) ? Duration.between(now, time) : null;
    } catch (DateTimeException _) {
      return null;
    }
  }
}

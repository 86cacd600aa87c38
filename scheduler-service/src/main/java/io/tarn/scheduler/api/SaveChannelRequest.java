package io.tarn.scheduler.api;

import io.tarn.scheduler.notification.ChannelKind;
import io.tarn.scheduler.notification.ChannelPlan;
import io.tarn.service.problem.ProblemException;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A notification channel as it is to be.
///
/// @param name what people call it; no other channel of the tenant has the name
/// @param kind how it tells: email, slack (an incoming webhook that takes messages of Slack) or
///     webhook (which takes signed CloudEvents); cannot be changed
/// @param addresses whom e-mail goes to, 1 to 20; absent for other kinds
/// @param url the address of a webhook, of which only a part is shown again; absent for email, and
///     in a change to keep the one there is
public record SaveChannelRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Pattern(regexp = "email|slack|webhook") String kind,
    @Nullable @Size(max = 20) List<@NotNull @Size(max = 254) String> addresses,
    @Nullable @Size(max = 2000) String url) {

  ChannelPlan plan() {
    return new ChannelPlan(
        name.strip(),
        ChannelKind.of(kind),
        addresses == null ? List.of() : addresses,
        url == null ? null : address(url));
  }

  private static URI address(String text) {
    try {
      return new URI(text.strip());
    } catch (URISyntaxException _) {
      throw ProblemException.invalid("url", "is no address");
    }
  }

  @Override
  public String toString() {
    return "SaveChannelRequest[" + kind + "]";
  }
}

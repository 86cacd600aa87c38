package io.tarn.scheduler.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.Optional;

/// The mail server that e-mail of this installation goes to.
@ConfigMapping(prefix = "tarn.smtp")
public interface SmtpConfig {
  /// Host of the mail server. Without one, channels of e-mail are refused.
  Optional<String> host();

  /// Port of the mail server.
  @Min(1)
  @Max(65535)
  @WithDefault("587")
  int port();

  /// How the connection is protected: by STARTTLS, which is demanded, or by TLS from the start.
  @WithDefault("starttls")
  Security security();

  /// Name to log in with; without one, nobody logs in.
  Optional<String> user();

  /// Password to log in with.
  Optional<String> password();

  /// Address that e-mail comes from. Without one, channels of e-mail are refused.
  Optional<String> from();

  /// How long the server may be silent.
  @WithDefault("PT10S")
  Duration timeout();

  /// How the connection is protected.
  enum Security {
    /// In no way: for a server on the same machine.
    NONE,
    /// It begins in plain text and goes on encrypted, or ends.
    STARTTLS,
    /// It is encrypted from the start.
    TLS
  }
}

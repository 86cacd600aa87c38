package io.tarn.scheduler.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.tarn.scheduler.config.SmtpConfig;
import io.tarn.scheduler.config.SmtpConfig.Security;
import io.tarn.scheduler.notification.Attempt.Passing;
import io.tarn.scheduler.notification.Attempt.Refused;
import io.tarn.scheduler.notification.Attempt.Taken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// E-mail by a real mail server, which offers no encryption and wants a login.
class MailerTest {
  private static final List<String> ANN = List.of("ann@example.com");

  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  private record Config(
      Optional<String> host, int port, Security security, Optional<String> password)
      implements SmtpConfig {
    @Override
    public Optional<String> user() {
      return password.map(_ -> "tarn");
    }

    @Override
    public Optional<String> from() {
      return host.map(_ -> "audit@tarn.example");
    }

    @Override
    public Duration timeout() {
      return Duration.ofSeconds(2);
    }
  }

  @BeforeEach
  void start() {
    server.setUser("tarn@tarn.example", "tarn", "right");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void sendsWithTheSameIdAtEachAttempt() throws Exception {
    // given
    var mailer = mailer(Security.NONE, "right");
    var mail = mail("Subject – with é");
    // when
    assertThat(List.of(mailer.send(ANN, mail), mailer.send(ANN, mail)))
        .containsOnly(new Taken(250, null));
    // then
    var received = server.getReceivedMessages();
    assertThat(received).hasSize(2);
    for (var message : received) {
      assertThat(message.getHeader("Message-ID"))
          .containsExactly("<" + mail.id() + "@tarn.example>");
      assertThat(message.getSubject()).isEqualTo("Subject – with é");
    }
  }

  @Test
  void makesNoHeaderOfASubject() throws Exception {
    // when
    mailer(Security.NONE, "right").send(ANN, mail("a\r\nBcc: eve@example.com\r\n\r\nbody"));
    // then
    var received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getHeader("Bcc")).isNull();
    assertThat(received[0].getSubject()).isEqualTo("a Bcc: eve@example.com body");
  }

  @Test
  void sendsNothingUnencryptedWhereEncryptionIsDemanded() {
    for (var security : List.of(Security.STARTTLS, Security.TLS)) {
      assertThat(mailer(security, "right").send(ANN, mail("a")))
          .isEqualTo(new Passing(null, "The mail server cannot be reached.", null));
    }
    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void saysThatTheLoginIsRefusedWithoutTheLogin() {
    assertThat(mailer(Security.NONE, "wrong-password").send(ANN, mail("a")))
        .isEqualTo(new Passing(535, "The mail server refuses the operator's login.", null));
  }

  @Test
  void saysThatThereIsNoServer() {
    // given
    var mailer = new Mailer(new Config(Optional.empty(), 587, Security.NONE, Optional.empty()));
    // then
    assertThat(mailer.fault())
        .contains("cannot be email: the operator has set no mail server (tarn.smtp)");
    assertThat(mailer.send(ANN, mail("a")))
        .isEqualTo(new Refused(null, "The operator has set no mail server."));
  }

  private Mailer mailer(Security security, String password) {
    var port = server.getSmtp().getPort();
    return new Mailer(new Config(Optional.of("127.0.0.1"), port, security, Optional.of(password)));
  }

  private static Mailer.Mail mail(String subject) {
    return new Mailer.Mail(UUID.randomUUID(), subject, "text", Instant.EPOCH);
  }
}

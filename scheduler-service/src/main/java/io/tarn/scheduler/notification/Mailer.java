package io.tarn.scheduler.notification;

import io.quarkus.logging.Log;
import io.tarn.scheduler.config.SmtpConfig;
import io.tarn.scheduler.notification.Attempt.Passing;
import io.tarn.scheduler.notification.Attempt.Refused;
import io.tarn.scheduler.notification.Attempt.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/// Sends e-mail through the operator's mail server.
@ApplicationScoped
class Mailer {
  private final SmtpConfig config;

  Mailer(SmtpConfig config) {
    this.config = config;
  }

  /// A message of plain text.
  ///
  /// @param id makes the Message-ID, which is the same at each attempt
  record Mail(UUID id, String subject, String text, Instant at) {}

  /// Why no e-mail can be sent; empty where it can.
  Optional<String> fault() {
    if (config.host().isEmpty() || config.from().isEmpty()) {
      return Optional.of("cannot be email: the operator has set no mail server (tarn.smtp)");
    }
    return ChannelRules.isAddress(config.from().get())
        ? Optional.empty()
        : Optional.of("cannot be email: the operator's tarn.smtp.from is no address");
  }

  Attempt send(List<String> addresses, Mail mail) {
    if (fault().isPresent()) {
      return new Refused(null, "The operator has set no mail server.");
    }
    try {
      Transport.send(messageOf(session(), addresses, mail));
      return new Taken(250, null);
    } catch (AuthenticationFailedException _) {
      Log.error("the mail server refuses tarn.smtp.user");
      return new Passing(535, "The mail server refuses the operator's login.", null);
    } catch (SendFailedException failure) {
      return attemptOf(failure, addresses.size());
    } catch (MessagingException failure) {
      Log.warnf("the mail server cannot be used: %s", failure.getClass().getSimpleName());
      return new Passing(null, "The mail server cannot be reached.", null);
    }
  }

  private static Attempt attemptOf(SendFailedException failure, int count) {
    var sent = failure.getValidSentAddresses();
    if (sent != null && sent.length > 0) {
      return new Taken(
          250, "The mail server took it for %d of %d addresses.".formatted(sent.length, count));
    }
    var code = codeOf(failure);
    if (code >= 500) {
      return new Refused(code, "The mail server answers " + code + ".");
    }
    return new Passing(code < 0 ? null : code, "The mail server does not take it now.", null);
  }

  /// What the server said; of several answers the one that leaves most hope. -1 where it said
  /// nothing.
  private static int codeOf(SendFailedException failure) {
    int lowest = Integer.MAX_VALUE;
    for (Exception next = failure; next != null; ) {
      if (next instanceof SMTPSendFailedException answer) {
        lowest = Math.min(lowest, answer.getReturnCode());
      } else if (next instanceof SMTPAddressFailedException answer) {
        lowest = Math.min(lowest, answer.getReturnCode());
      }
      next = next instanceof MessagingException inner ? inner.getNextException() : null;
    }
    return lowest == Integer.MAX_VALUE || lowest < 400 ? -1 : lowest;
  }

  private MimeMessage messageOf(Session session, List<String> addresses, Mail mail)
      throws MessagingException {
    var from = config.from().orElseThrow();
    var id = "<%s@%s>".formatted(mail.id(), from.substring(from.indexOf('@') + 1));
    var message = new StableMessage(session, id);
    message.setFrom(new InternetAddress(from, true));
    for (var address : addresses) {
      message.addRecipient(RecipientType.TO, new InternetAddress(address, true));
    }
    message.setSubject(NoticeText.oneLine(mail.subject()), StandardCharsets.UTF_8.name());
    message.setText(mail.text(), StandardCharsets.UTF_8.name());
    message.setSentDate(Date.from(mail.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    return message;
  }

  private Session session() {
    var isTls = config.security() == SmtpConfig.Security.TLS;
    var isStartTls = config.security() == SmtpConfig.Security.STARTTLS;
    var millis = Long.toString(config.timeout().toMillis());
    var settings = new Properties();
    settings.setProperty("mail.transport.protocol", "smtp");
    settings.setProperty("mail.transport.protocol.rfc822", "smtp");
    settings.setProperty("mail.smtp.host", config.host().orElseThrow());
    settings.setProperty("mail.smtp.port", Integer.toString(config.port()));
    settings.setProperty("mail.smtp.ssl.enable", Boolean.toString(isTls));
    settings.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    settings.setProperty("mail.smtp.starttls.enable", Boolean.toString(isStartTls));
    settings.setProperty("mail.smtp.starttls.required", Boolean.toString(isStartTls));
    settings.setProperty("mail.smtp.connectiontimeout", millis);
    settings.setProperty("mail.smtp.timeout", millis);
    settings.setProperty("mail.smtp.writetimeout", millis);
    settings.setProperty("mail.smtp.sendpartial", "true");
    settings.setProperty("mail.smtp.from", config.from().orElseThrow());
    if (config.user().isEmpty()) {
      return Session.getInstance(settings);
    }
    settings.setProperty("mail.smtp.auth", "true");
    return Session.getInstance(settings, new Login());
  }

  /// How the server knows this installation.
  private final class Login extends Authenticator {
    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(config.user().orElseThrow(), config.password().orElse(""));
    }
  }

  /// A message whose id is not made up at each attempt.
  private static final class StableMessage extends MimeMessage {
    private final String id;

    StableMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

package io.tarn.scheduler.ledger.change;

import io.tarn.scheduler.approval.PrincipalPattern;
import io.tarn.scheduler.ledger.change.Origin.Finding;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells how a change was made. The signs of events hardly agree, so the rules have an order, and
/// the first one that has something to say decides:
///
/// | rule | goes by | says |
/// | --- | --- | --- |
/// | root | `userIdentity.type` | root |
/// | breakGlass | the tenant's patterns of principals | break-glass |
/// | calledByService | `invokedBy` is CloudFormation | infrastructure-as-code |
/// | calledByService | `invokedBy` is another service | service |
/// | serviceItself | `userIdentity.type`, `eventType` | service |
/// | commandLine | `userAgent` | cli |
/// | consoleSession | `sessionCredentialFromConsole` | console |
/// | codeTool | `userAgent` names a tool | infrastructure-as-code |
/// | consoleAgent | `userAgent` of the console or a browser | console |
/// | serviceAgent | `userAgent` of a service | service |
/// | library | `userAgent` of an SDK | sdk |
///
/// The shell in the browser has credentials of the console. What is typed there into the command
/// line tool is cli, because that is how it was made; all else with such credentials is console,
/// whatever its user agent says, for the service sets the mark and the caller the user agent.
public final class OriginRules {
  private static final Pattern CODE_TOOL =
      Pattern.compile(
          "(?i)(terraform|opentofu|pulumi|aws-cdk|cloudformation|crossplane|ansible|sceptre"
              + "|serverless|aws-sam-cli|kubernetes-cluster-api|atlantis)");
  private static final Pattern COMMAND_LINE =
      Pattern.compile(
          "^\\[?(aws-cli/|aws-shell/|AWSPowerShell|aws-tools-for-powershell|ec2-api-tools)");
  private static final Pattern CONSOLE =
      Pattern.compile(
          "^\\[?S3Console|^\\[?Mozilla\\b|console.*\\.amazonaws\\.com|^console\\.aws\\.amazon\\.com"
              + "|signin.*\\.amazonaws\\.com|^AWS Signin|^\\[?aws-internal.*Console|Console, aws-internal"
              + "|ConsoleFrontend|^AWS CloudWatch Console|^Coral/(Jakarta|Netty4)$");
  private static final Pattern SERVICE_AGENT =
      Pattern.compile("(?i)^aws internal$|^[a-z0-9.-]+\\.amazonaws\\.com$|^aws-internal/[0-9]+$");
  private static final Pattern LIBRARY =
      Pattern.compile("(?i)(aws-sdk|boto|botocore|aws-internal/|smithy|rusoto|aws-chalice|aws4)");

  private static final List<Rule> RULES =
      List.of(
          OriginRules::root,
          OriginRules::breakGlass,
          OriginRules::calledByService,
          OriginRules::serviceItself,
          OriginRules::commandLine,
          OriginRules::consoleSession,
          OriginRules::codeTool,
          OriginRules::consoleAgent,
          OriginRules::serviceAgent,
          OriginRules::library);

  private OriginRules() {}

  /// One rule; empty where it has nothing to say.
  @FunctionalInterface
  private interface Rule {
    Optional<Finding> find(ChangeEvent event, List<PrincipalPattern> breakGlass);
  }

  /// How a change was made.
  ///
  /// @param breakGlass principals that are for emergencies only
  public static Finding find(ChangeEvent event, List<PrincipalPattern> breakGlass) {
    return RULES.stream()
        .flatMap(rule -> rule.find(event, breakGlass).stream())
        .findFirst()
        .orElseGet(() -> new Finding(Origin.UNKNOWN, unknown(event)));
  }

  private static String unknown(ChangeEvent event) {
    return event.userAgent() == null
        ? "the event has no userAgent"
        : "userAgent " + shown(event) + " is none that is known";
  }

  private static Optional<Finding> root(ChangeEvent event, List<PrincipalPattern> breakGlass) {
    return when("Root".equals(event.caller().type()), Origin.ROOT, "userIdentity.type is Root");
  }

  private static Optional<Finding> breakGlass(
      ChangeEvent event, List<PrincipalPattern> breakGlass) {
    return breakGlass.stream()
        .filter(pattern -> Principals.fits(pattern, event.caller()))
        .findFirst()
        .map(
            pattern ->
                new Finding(
                    Origin.BREAK_GLASS,
                    Principals.words(pattern.kind())
                        + " fits the break-glass pattern "
                        + pattern.pattern()));
  }

  private static Optional<Finding> calledByService(
      ChangeEvent event, List<PrincipalPattern> breakGlass) {
    var invokedBy = event.caller().invokedBy();
    if (invokedBy == null
        || !invokedBy.endsWith(".amazonaws.com")
        || invokedBy.startsWith("signin.")) {
      return Optional.empty();
    }
    var isCode = invokedBy.equals("cloudformation.amazonaws.com");
    return Optional.of(
        new Finding(
            isCode ? Origin.INFRASTRUCTURE_AS_CODE : Origin.SERVICE, "invokedBy is " + invokedBy));
  }

  private static Optional<Finding> serviceItself(
      ChangeEvent event, List<PrincipalPattern> breakGlass) {
    if ("AWSService".equals(event.caller().type())) {
      return Optional.of(new Finding(Origin.SERVICE, "userIdentity.type is AWSService"));
    }
    return when(
        "AwsServiceEvent".equals(event.eventType()),
        Origin.SERVICE,
        "eventType is AwsServiceEvent");
  }

  private static Optional<Finding> commandLine(
      ChangeEvent event, List<PrincipalPattern> breakGlass) {
    var match = COMMAND_LINE.matcher(agent(event));
    if (!match.find()) {
      return Optional.empty();
    }
    var reason = "userAgent begins with " + match.group(1);
    return Optional.of(
        new Finding(
            Origin.CLI,
            event.sessionFromConsole()
                ? reason + ", in a shell of the console (sessionCredentialFromConsole is true)"
                : reason));
  }

  private static Optional<Finding> consoleSession(
      ChangeEvent event, List<PrincipalPattern> breakGlass) {
    return when(event.sessionFromConsole(), Origin.CONSOLE, "sessionCredentialFromConsole is true");
  }

  private static Optional<Finding> codeTool(ChangeEvent event, List<PrincipalPattern> breakGlass) {
    var match = CODE_TOOL.matcher(agent(event));
    return match.find()
        ? Optional.of(
            new Finding(Origin.INFRASTRUCTURE_AS_CODE, "userAgent names " + match.group(1)))
        : Optional.empty();
  }

  private static Optional<Finding> consoleAgent(
      ChangeEvent event, List<PrincipalPattern> breakGlass) {
    return when(
        CONSOLE.matcher(agent(event)).find(),
        Origin.CONSOLE,
        "userAgent " + shown(event) + " is one of the console or a browser");
  }

  private static Optional<Finding> serviceAgent(
      ChangeEvent event, List<PrincipalPattern> breakGlass) {
    var invokedBy = event.caller().invokedBy();
    var sign = Stream.of(agent(event), invokedBy == null ? "" : invokedBy);
    return when(
        sign.anyMatch(value -> SERVICE_AGENT.matcher(value).find()),
        Origin.SERVICE,
        "userAgent " + shown(event) + " is one of a service");
  }

  private static Optional<Finding> library(ChangeEvent event, List<PrincipalPattern> breakGlass) {
    var match = LIBRARY.matcher(agent(event));
    return match.find()
        ? Optional.of(new Finding(Origin.SDK, "userAgent names " + match.group(1)))
        : Optional.empty();
  }

  private static Optional<Finding> when(boolean isSo, Origin origin, String reason) {
    return isSo ? Optional.of(new Finding(origin, reason)) : Optional.empty();
  }

  private static String agent(ChangeEvent event) {
    return event.userAgent() == null ? "" : event.userAgent();
  }

  private static String shown(ChangeEvent event) {
    var agent = agent(event);
    return agent.length() <= 60 ? agent : agent.substring(0, 60) + "…";
  }
}

package io.tarn.scheduler.approval.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.PrincipalPattern;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A merged pull request of GitHub: approved from its merge on, for the time that the adapter
/// says. The scope stands in lines of its description, such as `tarn-accounts: 111122223333`.
final class GithubMapping implements PayloadMapping {
  private static final Pattern SCOPE_LINE =
      Pattern.compile(
          "(?m)^[ \\t]*tarn-(accounts|regions|services|actions|resources|principals):[ \\t]*(.*)$");

  @Override
  public Mapped map(JsonNode json, DeliveryHeaders headers, AdapterSettings settings) {
    if (!"pull_request".equals(headers.githubEvent())) {
      return new Mapped.Nothing("the event is no pull_request");
    }
    var event = Payload.of(json);
    var request = event.in("pull_request");
    if (!request.isTrue("merged")) {
      return new Mapped.Nothing("the pull request is not merged");
    }
    var repository = event.in("repository").need("full_name").replace('/', '.');
    var merged = request.time("merged_at");
    var updated = request.time("updated_at");
    return new Mapped.Told(
        new ApprovalDraft(
            settings.system(),
            repository + "." + request.need("number"),
            updated.toEpochMilli(),
            ApprovalState.APPROVED,
            request.shown("title"),
            request.shown("user"),
            Stream.ofNullable(request.shown("merged_by")).toList(),
            merged,
            merged.plus(settings.window()),
            scope(request.text("body"), settings),
            settings.isEverythingMeant(),
            false,
            // The merge is what approves; it is told by an update a moment later.
            "closed".equals(event.text("action")) ? merged : updated,
            request.text("html_url")));
  }

  private static ApprovalScope scope(@Nullable String body, AdapterSettings settings) {
    var told = told(body == null ? "" : body);
    var scope = ToldScope.of(name -> told.getOrDefault(name, List.of()), settings.defaultScope());
    var role = settings.deployRole();
    return role == null || told.containsKey("principals")
        ? scope
        : new ApprovalScope(
            scope.accounts(),
            scope.regions(),
            scope.services(),
            scope.actions(),
            scope.resources(),
            List.of(new PrincipalPattern(PrincipalPattern.Kind.ROLE, role)));
  }

  private static Map<String, List<String>> told(String body) {
    var told = new HashMap<String, List<String>>();
    var lines = SCOPE_LINE.matcher(body);
    while (lines.find()) {
      told.merge(
          lines.group(1),
          Payload.split(lines.group(2)),
          (one, two) -> Stream.concat(one.stream(), two.stream()).toList());
    }
    return told;
  }
}

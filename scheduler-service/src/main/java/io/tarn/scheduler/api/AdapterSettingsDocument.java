package io.tarn.scheduler.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tarn.scheduler.approval.ApprovalDraft;
import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.ApprovalState;
import io.tarn.scheduler.approval.adapter.AdapterKind;
import io.tarn.scheduler.approval.adapter.AdapterSettings;
import io.tarn.service.problem.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How an adapter reads what is sent to it.
///
/// @param system what the approvals' system is called; absent means as the kind of the adapter
/// @param fields which field of the sender tells what: of servicenow and jira accounts, regions,
///     services, actions, resources and principals; of jira also windowStart and windowEnd, which
///     have to be there, and approvals
/// @param states what states of the sender mean, besides those that Tarn knows: each requested,
///     approved, rejected, cancelled or closed
/// @param window how long a merged pull request allows changes; absent means PT4H
/// @param deployRole the name of the role that carries merged pull requests out; patterns are
///     allowed
/// @param defaultScope which changes, for each list that the sender does not tell
/// @param confirmation everything, where a scope is meant that fits every change; otherwise
///     deliveries with such a scope are refused
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdapterSettingsDocument(
    @Nullable @Size(max = 40) String system,
    @Nullable @Size(max = 20) Map<@NotBlank String, @NotNull @Size(max = 100) String> fields,
    @Nullable @Size(max = 50)
        Map<
                @NotBlank @Size(max = 100) String,
                @NotNull @Pattern(regexp = "requested|approved|rejected|cancelled|closed") String>
            states,
    @Nullable @Size(max = 40) String window,
    @Nullable @Size(max = 200) String deployRole,
    @Nullable @Valid ApprovalScopeDocument defaultScope,
    @Nullable @Pattern(regexp = "everything") String confirmation) {
  static final AdapterSettingsDocument NOTHING =
      new AdapterSettingsDocument(null, null, null, null, null, null, null);

  private static final Duration WINDOW = Duration.ofHours(4);

  static AdapterSettingsDocument of(AdapterSettings settings) {
    var states = new TreeMap<String, String>();
    settings.states().forEach((name, state) -> states.put(name, state.wireName()));
    return new AdapterSettingsDocument(
        settings.system(),
        new TreeMap<>(settings.fields()),
        states,
        settings.window().toString(),
        settings.deployRole(),
        ApprovalScopeDocument.of(settings.defaultScope()),
        settings.isEverythingMeant() ? ApprovalDraft.EVERYTHING : null);
  }

  AdapterSettings settings(AdapterKind kind) {
    var meant = new LinkedHashMap<String, ApprovalState>();
    if (states != null) {
      states.forEach(
          (name, state) ->
              meant.put(name.toLowerCase(Locale.ROOT), ApprovalState.of(state).orElseThrow()));
    }
    return new AdapterSettings(
        system == null ? kind.wireName() : system,
        fields == null ? Map.of() : fields,
        meant,
        duration(),
        deployRole == null || deployRole.isBlank() ? null : deployRole.strip(),
        defaultScope == null ? ApprovalScope.EVERYTHING : defaultScope.scope(),
        ApprovalDraft.isConfirmation(confirmation));
  }

  private Duration duration() {
    try {
      return window == null ? WINDOW : Duration.parse(window);
    } catch (DateTimeException _) {
      throw ProblemException.invalid("settings.window", "must be a duration: PT4H");
    }
  }
}

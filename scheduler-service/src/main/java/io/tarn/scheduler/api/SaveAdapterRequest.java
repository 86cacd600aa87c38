package io.tarn.scheduler.api;

import io.tarn.scheduler.approval.adapter.AdapterKind;
import io.tarn.scheduler.approval.adapter.AdapterPlan;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// An adapter as it is to be.
///
/// @param name what people call it; no other adapter of the tenant has the name
/// @param kind whose webhooks it takes: servicenow, jira, github or team; cannot be changed
/// @param settings how it reads them; absent means as it comes
public record SaveAdapterRequest(
    @NotBlank @Size(max = 200) String name,
    @NotNull @Pattern(regexp = "servicenow|jira|github|team") String kind,
    @Nullable @Valid AdapterSettingsDocument settings) {

  AdapterPlan plan() {
    var known = AdapterKind.of(kind);
    var document = settings == null ? AdapterSettingsDocument.NOTHING : settings;
    return new AdapterPlan(name.strip(), known, document.settings(known));
  }
}

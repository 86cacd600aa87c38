package io.tarn.scheduler.approval;

import java.util.List;

/// What an approval is for. Each list that is not empty restricts it; of a list, one entry has to
/// fit. In patterns `*` stands for any number of characters and `?` for one.
///
/// @param accounts account ids of 12 digits
/// @param regions Regions: `eu-central-1`
/// @param services event sources without their ending: `ec2`
/// @param actions patterns of `service:EventName`: `ec2:*`, `iam:Create*`; case does not matter
/// @param resources patterns of ARNs
/// @param principals whom it is for
public record ApprovalScope(
    List<String> accounts,
    List<String> regions,
    List<String> services,
    List<String> actions,
    List<String> resources,
    List<PrincipalPattern> principals) {
  public static final ApprovalScope EVERYTHING =
      new ApprovalScope(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  public ApprovalScope {
    accounts = List.copyOf(accounts);
    regions = List.copyOf(regions);
    services = List.copyOf(services);
    actions = List.copyOf(actions);
    resources = List.copyOf(resources);
    principals = List.copyOf(principals);
  }
}

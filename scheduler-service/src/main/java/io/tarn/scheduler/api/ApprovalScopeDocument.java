package io.tarn.scheduler.api;

import io.tarn.scheduler.approval.ApprovalScope;
import io.tarn.scheduler.approval.PrincipalPattern;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an approval is for. Each list that is not empty restricts it; of a list, one entry has to
/// fit. In patterns `*` stands for any number of characters and `?` for one.
///
/// @param accounts account ids of 12 digits
/// @param regions Regions: eu-central-1
/// @param services event sources without their ending: ec2
/// @param actions patterns of service:EventName: ec2:*, iam:Create*; case does not matter
/// @param resources patterns of ARNs
/// @param principals whom it is for
public record ApprovalScopeDocument(
    @Nullable @Size(max = 200) List<@NotNull @Size(max = 512) String> accounts,
    @Nullable @Size(max = 200) List<@NotNull @Size(max = 512) String> regions,
    @Nullable @Size(max = 200) List<@NotNull @Size(max = 512) String> services,
    @Nullable @Size(max = 200) List<@NotNull @Size(max = 512) String> actions,
    @Nullable @Size(max = 200) List<@NotNull @Size(max = 512) String> resources,
    @Nullable @Size(max = 200) List<@NotNull @Valid ApprovalPrincipal> principals) {

  /// Whom an approval is for.
  ///
  /// @param kind what the pattern is compared with: arn (of the principal, and of the role of its
  ///     session), role (the name of the role of a session), session-name, source-identity or
  ///     user-name (of an IAM user)
  /// @param pattern `*` stands for any number of characters, `?` for one
  public record ApprovalPrincipal(
      @NotNull @Pattern(regexp = "arn|role|session-name|source-identity|user-name") String kind,
      @NotBlank @Size(max = 512) String pattern) {
    private PrincipalPattern principal() {
      return new PrincipalPattern(PrincipalPattern.Kind.of(kind).orElseThrow(), pattern);
    }
  }

  static ApprovalScopeDocument of(ApprovalScope scope) {
    return new ApprovalScopeDocument(
        scope.accounts(),
        scope.regions(),
        scope.services(),
        scope.actions(),
        scope.resources(),
        scope.principals().stream()
            .map(known -> new ApprovalPrincipal(known.kind().wireName(), known.pattern()))
            .toList());
  }

  ApprovalScope scope() {
    return new ApprovalScope(
        orEmpty(accounts),
        orEmpty(regions),
        orEmpty(services),
        orEmpty(actions),
        orEmpty(resources),
        orEmpty(principals).stream().map(ApprovalPrincipal::principal).toList());
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }
}

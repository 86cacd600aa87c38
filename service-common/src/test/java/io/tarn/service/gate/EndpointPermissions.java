package io.tarn.service.gate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Index;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.MethodInfo;

/// Walks every endpoint in a service's classes and names those without a permission. Each service
/// has one test that asks for an empty list:
///
/// ```java
/// assertThat(EndpointPermissions.ofThisModule().missing()).isEmpty();
/// ```
public final class EndpointPermissions {
  private static final DotName ROLES_ALLOWED =
      DotName.createSimple("jakarta.annotation.security.RolesAllowed");
  private static final DotName PERMIT_ALL =
      DotName.createSimple("jakarta.annotation.security.PermitAll");
  private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
  private static final Pattern UNHELD_TENANT =
      Pattern.compile("tenants/\\{(?!(tenant|tenantId)\\s*[}:])");
  private static final List<DotName> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS").stream()
          .map(name -> DotName.createSimple("jakarta.ws.rs." + name))
          .toList();
  private static final Set<String> PERMISSIONS = permissions();

  private final Index classes;

  private EndpointPermissions(Index classes) {
    this.classes = classes;
  }

  /// The endpoints of the module whose tests are running.
  public static EndpointPermissions ofThisModule() {
    return new EndpointPermissions(indexOf(Path.of("target", "classes")));
  }

  /// Endpoints that name no known permission, or have a tenant in their path by a name that the
  /// gate does not hold against the grant. `open` are those that are meant to have none, as
  /// `Class.method`; they must say so with `@PermitAll`.
  public List<String> missing(String... open) {
    var exceptions = Set.of(open);
    var found = new ArrayList<String>();
    for (var endpoint : endpoints()) {
      var name = endpoint.declaringClass().simpleName() + "." + endpoint.name();
      var isGuarded =
          exceptions.contains(name)
              ? endpoint.hasDeclaredAnnotation(PERMIT_ALL)
              : namesAPermission(endpoint);
      if (!isGuarded || hidesItsTenant(endpoint)) {
        found.add(name);
      }
    }
    return found;
  }

  /// How many endpoints there are: a walk that finds none proves nothing.
  public int count() {
    return endpoints().size();
  }

  private List<MethodInfo> endpoints() {
    return METHODS.stream()
        .flatMap(method -> classes.getAnnotations(method).stream())
        .map(AnnotationInstance::target)
        .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
        .map(AnnotationTarget::asMethod)
        .distinct()
        .toList();
  }

  private static boolean hidesItsTenant(MethodInfo endpoint) {
    return Stream.of(endpoint.declaringClass().declaredAnnotation(PATH), endpoint.annotation(PATH))
        .filter(Objects::nonNull)
        .anyMatch(path -> UNHELD_TENANT.matcher(path.value().asString()).find());
  }

  private static boolean namesAPermission(MethodInfo endpoint) {
    var roles = endpoint.declaredAnnotation(ROLES_ALLOWED);
    return roles != null && PERMISSIONS.containsAll(Arrays.asList(roles.value().asStringArray()));
  }

  private static Index indexOf(Path folder) {
    var indexer = new Indexer();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(path -> path.toString().endsWith(".class")).toList()) {
        try (var bytes = Files.newInputStream(file)) {
          indexer.index(bytes);
        }
      }
      return indexer.complete();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static Set<String> permissions() {
    return Arrays.stream(Permission.class.getDeclaredFields())
        .filter(field -> Modifier.isPublic(field.getModifiers()))
        .map(
            field -> {
              try {
                return (String) field.get(null);
              } catch (IllegalAccessException impossible) {
                throw new IllegalStateException(impossible);
              }
            })
        .collect(Collectors.toUnmodifiableSet());
  }
}

package io.tarn.service.openapi;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/// The methods of the resources in an index, by their HTTP methods and paths.
final class Operations {
  private static final DotName PATH = DotName.createSimple(Path.class);
  private static final String HTTP = HttpMethod.class.getPackageName() + ".";

  private final Map<String, MethodInfo> methods = new HashMap<>();

  Operations(IndexView index) {
    index.getAnnotations(PATH).stream()
        .map(AnnotationInstance::target)
        .filter(target -> target.kind() == AnnotationTarget.Kind.CLASS)
        .forEach(target -> add(target.asClass()));
  }

  /// The method that answers this request: `GET`, `/v1/tenants/{tenant}`.
  Optional<MethodInfo> find(String httpMethod, String path) {
    return Optional.ofNullable(methods.get(httpMethod + " " + path));
  }

  private void add(ClassInfo resource) {
    for (var method : resource.methods()) {
      httpMethods(method)
          .forEach(
              http ->
                  methods.put(
                      http + " " + path(resource.declaredAnnotation(PATH), method.annotation(PATH)),
                      method));
    }
  }

  private static Stream<String> httpMethods(MethodInfo method) {
    return Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
        .filter(http -> method.hasAnnotation(DotName.createSimple(HTTP + http)));
  }

  /// The paths of class and method, without the expressions of their parameters.
  private static String path(AnnotationInstance... paths) {
    return Stream.of(paths)
        .filter(Objects::nonNull)
        .flatMap(path -> Stream.of(path.value().asString().split("/")))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("/", "/", ""))
        .replaceAll("\\{(\\w+)\\s*:[^{}]*}", "{$1}");
  }
}

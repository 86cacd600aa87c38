package io.tarn.doccomments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardLocation;

/// Writes what the doc comments of records, enums and resources say to
/// `META-INF/doc-comments/<class>.properties`, by the names that stand in requests and answers:
///
/// ```
/// text                     what the type is
/// property.<name>          each component of a record, empty where nothing is said
/// value.<NAME>             each constant of an enum
/// method.<method>          each operation of a resource
/// method.<method>.<name>   each of its parameters, those of bean parameters among them
/// ```
@SupportedAnnotationTypes("*")
public final class DocCommentProcessor extends AbstractProcessor {
  private static final String HTTP = "jakarta.ws.rs.";
  private static final String JSON_PROPERTY = "com.fasterxml.jackson.annotation.JsonProperty";
  private static final Set<String> PARAMETERS =
      Set.of(HTTP + "QueryParam", HTTP + "PathParam", HTTP + "HeaderParam");

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    ElementFilter.typesIn(round.getRootElements()).forEach(this::writeAll);
    return false;
  }

  private void writeAll(TypeElement type) {
    var said = sayings(type);
    if (!said.isEmpty()) {
      said.put("text", commentOf(type).text());
      write(type, said);
    }
    ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::writeAll);
  }

  private Map<String, String> sayings(TypeElement type) {
    var said = new TreeMap<String, String>();
    var comment = commentOf(type);
    for (var component : ElementFilter.recordComponentsIn(type.getEnclosedElements())) {
      var name = component.getSimpleName().toString();
      var wireName = valueOf(component.getAccessor(), Set.of(JSON_PROPERTY)).orElse(name);
      said.put("property." + wireName, comment.parameter(name));
    }
    for (var member : type.getEnclosedElements()) {
      if (member.getKind() == ElementKind.ENUM_CONSTANT) {
        said.put("value." + member.getSimpleName(), commentOf(member).text());
      }
    }
    for (var method : ElementFilter.methodsIn(type.getEnclosedElements())) {
      if (isOperation(method)) {
        addOperation(said, method);
      }
    }
    return said;
  }

  private static boolean isOperation(ExecutableElement method) {
    return method.getAnnotationMirrors().stream()
        .anyMatch(annotation -> nameOf(annotation).startsWith(HTTP));
  }

  private void addOperation(Map<String, String> said, ExecutableElement method) {
    var key = "method." + method.getSimpleName();
    var comment = commentOf(method);
    said.put(key, comment.text());
    for (var parameter : method.getParameters()) {
      valueOf(parameter, PARAMETERS)
          .ifPresent(
              name ->
                  said.put(
                      key + "." + name, comment.parameter(parameter.getSimpleName().toString())));
      fieldsOfBean(parameter)
          .forEach(
              field ->
                  valueOf(field, PARAMETERS)
                      .ifPresent(name -> said.put(key + "." + name, commentOf(field).text())));
    }
  }

  private static Stream<VariableElement> fieldsOfBean(VariableElement parameter) {
    var isBean =
        parameter.getAnnotationMirrors().stream()
            .anyMatch(annotation -> nameOf(annotation).equals(HTTP + "BeanParam"));
    return isBean && parameter.asType() instanceof DeclaredType type
        ? ElementFilter.fieldsIn(type.asElement().getEnclosedElements()).stream()
        : Stream.of();
  }

  /// The `value` of the element's first annotation of these names.
  private static Optional<String> valueOf(Element element, Set<String> annotations) {
    return element.getAnnotationMirrors().stream()
        .filter(annotation -> annotations.contains(nameOf(annotation)))
        .flatMap(annotation -> annotation.getElementValues().entrySet().stream())
        .filter(entry -> entry.getKey().getSimpleName().contentEquals("value"))
        .map(entry -> entry.getValue().getValue().toString())
        .findFirst();
  }

  private static String nameOf(AnnotationMirror annotation) {
    return annotation.getAnnotationType().toString();
  }

  private DocComment commentOf(Element element) {
    return DocComment.of(processingEnv.getElementUtils().getDocComment(element));
  }

  private void write(TypeElement type, Map<String, String> said) {
    var name = processingEnv.getElementUtils().getBinaryName(type);
    try (var out =
        processingEnv
            .getFiler()
            .createResource(
                StandardLocation.CLASS_OUTPUT,
                "",
                "META-INF/doc-comments/" + name + ".properties",
                type)
            .openWriter()) {
      out.write(
          said.entrySet().stream()
              .map(entry -> entry.getKey() + "=" + escaped(entry.getValue()) + "\n")
              .collect(Collectors.joining()));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }
}

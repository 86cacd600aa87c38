package io.tarn.service.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/// What the doc comments of the classes in an index say. The compiler leaves them beside the
/// classes; module doc-comments says in which form.
final class DocComments {
  private static final String FOLDER = "META-INF/doc-comments/";

  private final IndexView index;
  private final Map<String, Optional<Saying>> read = new HashMap<>();

  DocComments(IndexView index) {
    this.index = index;
  }

  /// What is said in one class; empty texts are absent.
  static final class Saying {
    private final Properties texts;

    private Saying(Properties texts) {
      this.texts = texts;
    }

    @Nullable String text() {
      return at("text");
    }

    @Nullable String property(String name) {
      return at("property." + name);
    }

    /// What is said of a constant of an enum.
    @Nullable String value(String name) {
      return at("value." + name);
    }

    @Nullable String operation(String method) {
      return at("method." + method);
    }

    @Nullable String parameter(String method, String name) {
      return at("method." + method + "." + name);
    }

    private boolean hasAll(Set<String> properties) {
      return properties.stream().allMatch(name -> texts.containsKey("property." + name));
    }

    private @Nullable String at(String key) {
      var text = texts.getProperty(key, "");
      return text.isEmpty() ? null : text;
    }
  }

  /// What is said in the class that a schema shows: its simple name is the schema's, or what the
  /// schema's name begins with where it is generic (`PageUploadResponse` is of `Page`), and it has
  /// the schema's properties. Empty where that is no class or several.
  Optional<Saying> ofSchema(String name, Set<String> properties) {
    return find(properties, type -> type.simpleName().equals(name))
        .or(
            () ->
                find(
                    properties,
                    type ->
                        !type.typeParameters().isEmpty() && name.startsWith(type.simpleName())));
  }

  private Optional<Saying> find(Set<String> properties, Predicate<ClassInfo> isNamed) {
    var found =
        index.getKnownClasses().stream()
            .filter(type -> type.simpleName() != null)
            .filter(isNamed)
            .map(type -> type.name().toString())
            .distinct() // a class may stand in several of the indexes that make up this one
            .flatMap(type -> of(type).stream())
            .filter(saying -> saying.hasAll(properties))
            .toList();
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  /// What is said in the class of this binary name.
  Optional<Saying> of(String type) {
    return read.computeIfAbsent(type, DocComments::load);
  }

  private static Optional<Saying> load(String type) {
    var loader = Thread.currentThread().getContextClassLoader();
    try (var in = loader.getResourceAsStream(FOLDER + type + ".properties")) {
      if (in == null) {
        return Optional.empty();
      }
      var texts = new Properties();
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return Optional.of(new Saying(texts));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

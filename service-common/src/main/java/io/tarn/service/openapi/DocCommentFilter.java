package io.tarn.service.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.tarn.service.openapi.DocComments.Saying;
import io.tarn.service.problem.AllowedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/// Makes the OpenAPI document of a service say what its sources say:
///
/// - a schema is described by the doc comment of its record or enum, a field by its `@param`;
/// - the first sentence of a method's doc comment is the operation's summary, all others are its
///   description; a parameter is described by its `@param`, or as it is everywhere;
/// - a pattern that is a choice of words is shown as the enumeration that it is;
/// - the tenant of a path, which no method takes, is declared.
///
/// What an annotation says goes before.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class DocCommentFilter implements OASFilter {
  private static final Pattern FIRST_SENTENCE = Pattern.compile("(?s)(.+?)\\.(?:\\s+(.*))?");
  private static final String TENANT = "tenant";

  /// Parameters that mean the same in every operation.
  private static final Map<String, String> EVERYWHERE =
      Map.of(
          TENANT,
          "The tenant, by its id or its slug.",
          "limit",
          "How many items the page has at most. Only `nextCursor` says whether there are more.",
          "cursor",
          "Where the page begins: the `nextCursor` of the page before, and absent for the first"
              + " page.",
          "wait",
          "How long the answer may take: seconds (`5`), a number with a unit (`5s`, `500ms`,"
              + " `1m`) or an ISO 8601 duration (`PT5S`). Absent, it comes at once.",
          "Idempotency-Key",
          "A text of the caller's choice. Under the same key the same request is done once, and"
              + " its answer is given again; another request is refused with 422.",
          "If-Match",
          "The version that the change is based on: the `ETag` of what is changed. A newer one"
              + " refuses the change with 412.",
          "dryRun",
          "Whether only the outcome is told, and nothing is changed.");

  private final DocComments comments;
  private final Operations operations;

  public DocCommentFilter(IndexView index) {
    this.comments = new DocComments(index);
    this.operations = new Operations(index);
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    var components = document.getComponents();
    if (components != null && components.getSchemas() != null) {
      components.getSchemas().forEach(this::describe);
    }
    if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
      document.getPaths().getPathItems().forEach(this::describe);
    }
  }

  private void describe(String name, Schema schema) {
    var properties =
        schema.getProperties() == null ? Map.<String, Schema>of() : schema.getProperties();
    properties.values().forEach(DocCommentFilter::enumerate);
    properties.values().forEach(DocCommentFilter::clearTypeOfReference);
    comments
        .ofSchema(name, properties.keySet())
        .ifPresent(
            said -> {
              describe(schema, said.text());
              describeValues(schema, said);
              properties.forEach((key, property) -> describe(property, said.property(key)));
            });
  }

  /// Adds what is said of the values of an enumeration, each in a line of a list.
  private static void describeValues(Schema schema, Saying said) {
    var values = schema.getEnumeration() == null ? List.of() : schema.getEnumeration();
    var lines = new StringBuilder();
    for (var value : values) {
      var text = said.value(value.toString());
      if (text != null) {
        lines.append("\n- `").append(value).append("`: ").append(text);
      }
    }
    if (!lines.isEmpty()) {
      schema.setDescription(schema.getDescription() + "\n" + lines);
    }
  }

  private static void describe(Schema schema, @Nullable String text) {
    if (schema.getDescription() == null && text != null) {
      schema.setDescription(sentence(text));
    }
  }

  private void describe(String path, PathItem item) {
    if (path.contains("{" + TENANT + "}") && !declaresTenant(item)) {
      item.addParameter(
          OASFactory.createParameter()
              .name(TENANT)
              .in(Parameter.In.PATH)
              .required(true)
              .description(EVERYWHERE.get(TENANT))
              .schema(OASFactory.createSchema().type(List.of(Schema.SchemaType.STRING))));
    }
    item.getOperations().forEach((http, operation) -> describe(http.name(), path, operation));
  }

  private static boolean declaresTenant(PathItem item) {
    return item.getOperations().values().stream()
        .flatMap(operation -> parameters(operation).stream())
        .anyMatch(parameter -> TENANT.equals(parameter.getName()));
  }

  private void describe(String http, String path, Operation operation) {
    parameters(operation).forEach(parameter -> enumerate(parameter.getSchema()));
    operations
        .find(http, path)
        .ifPresent(
            method ->
                comments
                    .of(method.declaringClass().name().toString())
                    .ifPresent(said -> describe(operation, method.name(), said)));
    parameters(operation)
        .forEach(parameter -> describe(parameter, EVERYWHERE.get(parameter.getName())));
  }

  private static void describe(Operation operation, String method, Saying said) {
    var text = said.operation(method);
    if (operation.getSummary() == null && text != null) {
      var sentences = FIRST_SENTENCE.matcher(text);
      operation.setSummary(sentences.matches() ? sentences.group(1) : text);
      operation.setDescription(sentences.matches() ? sentences.group(2) : null);
    }
    parameters(operation)
        .forEach(parameter -> describe(parameter, said.parameter(method, parameter.getName())));
  }

  private static void describe(Parameter parameter, @Nullable String text) {
    if (parameter.getDescription() == null && text != null) {
      parameter.setDescription(sentence(text));
    }
  }

  /// Where a text is said to be of an enum, the scanner adds that it is an object.
  private static void clearTypeOfReference(Schema schema) {
    if (schema.getRef() != null) {
      schema.setType(null);
    }
  }

  /// A pattern that is a choice of words as an enumeration of them.
  private static void enumerate(@Nullable Schema schema) {
    if (schema == null) {
      return;
    }
    enumerate(schema.getItems());
    if (schema.getPattern() == null) {
      return;
    }
    AllowedValues.of(schema.getPattern())
        .ifPresent(
            values -> {
              schema.setEnumeration(new ArrayList<>(values));
              schema.setPattern(null);
            });
  }

  /// The words of a `@param` as a sentence.
  private static String sentence(String text) {
    var begun = Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }

  private static List<Parameter> parameters(Operation operation) {
    return operation.getParameters() == null ? List.of() : operation.getParameters();
  }
}

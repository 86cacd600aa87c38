package io.tarn.service.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

/// What the comments say stands in the test's resources: the compiler leaves none of test classes.
class DocCommentFilterTest {
  record Parcel(String name, String size) {}

  record Crate<T>(List<T> items) {}

  enum Stage {
    SENT,
    LOST
  }

  @Path("/v1/tenants/{tenant}/parcels")
  interface ParcelsResource {
    @GET
    @Path("{id:[^/:]+}:open")
    Parcel open(@PathParam("id") String id, @QueryParam("limit") int limit);
  }

  @Test
  void describesASchemaAndItsFields() {
    // given
    var parcel = schema("name", "size");
    var crate = schema("items");
    parcel.getProperties().get("size").setDescription("Said by an annotation.");

    // when
    filter(document(Map.of("Parcel", parcel, "CrateParcel", crate)));

    // then
    assertThat(parcel.getDescription()).isEqualTo("Something that is sent.");
    assertThat(parcel.getProperties().get("name").getDescription()).isEqualTo("What it is called.");
    assertThat(parcel.getProperties().get("size").getDescription())
        .isEqualTo("Said by an annotation.");
    assertThat(crate.getProperties().get("items").getDescription()).isEqualTo("What is in it.");
  }

  @Test
  void leavesASchemaAloneThatOnlyHasTheNameOfAClass() {
    // given
    var other = schema("name", "colour");

    // when
    filter(document(Map.of("Parcel", other)));

    // then
    assertThat(other.getDescription()).isNull();
  }

  @Test
  void listsWhatIsSaidOfTheValuesOfAnEnumeration() {
    // given
    var stage = OASFactory.createSchema().enumeration(List.of("SENT", "LOST"));

    // when
    filter(document(Map.of("Stage", stage)));

    // then
    assertThat(stage.getDescription()).isEqualTo("Where it is.\n\n- `SENT`: It is on its way.");
  }

  @Test
  void showsAChoiceOfWordsAsAnEnumeration() {
    // given
    var parcel = schema("name", "size");
    parcel.getProperties().get("size").setPattern("small|large");
    parcel.getProperties().get("name").setPattern("\\S");

    // when
    filter(document(Map.of("Parcel", parcel)));

    // then
    assertThat(parcel.getProperties().get("size").getEnumeration())
        .isEqualTo(List.of("small", "large"));
    assertThat(parcel.getProperties().get("size").getPattern()).isNull();
    assertThat(parcel.getProperties().get("name").getPattern()).isEqualTo("\\S");
  }

  @Test
  void describesAnOperationItsParametersAndTheTenant() {
    // given
    var id = OASFactory.createParameter().name("id").in(Parameter.In.PATH);
    var limit = OASFactory.createParameter().name("limit").in(Parameter.In.QUERY);
    var operation = OASFactory.createOperation().parameters(List.of(id, limit));
    var item = OASFactory.createPathItem();
    item.setOperation(PathItem.HttpMethod.GET, operation);
    var document = document(Map.of());
    document.paths(
        OASFactory.createPaths().addPathItem("/v1/tenants/{tenant}/parcels/{id}:open", item));

    // when
    filter(document);

    // then
    assertThat(operation.getSummary()).isEqualTo("Open a parcel");
    assertThat(operation.getDescription()).isEqualTo("It cannot be closed again.");
    assertThat(id.getDescription()).isEqualTo("Which one.");
    assertThat(limit.getDescription()).startsWith("How many items the page has at most.");
    assertThat(item.getParameters()).extracting(Parameter::getName).containsExactly("tenant");
  }

  private static Schema schema(String... properties) {
    var schema = OASFactory.createSchema();
    for (var property : properties) {
      schema.addProperty(property, OASFactory.createSchema());
    }
    return schema;
  }

  private static OpenAPI document(Map<String, Schema> schemas) {
    return OASFactory.createOpenAPI()
        .components(OASFactory.createComponents().schemas(schemas))
        .paths(OASFactory.createPaths());
  }

  private static void filter(OpenAPI document) {
    try {
      var index = Index.of(Parcel.class, Crate.class, Stage.class, ParcelsResource.class);
      new DocCommentFilter(index).filterOpenAPI(document);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}

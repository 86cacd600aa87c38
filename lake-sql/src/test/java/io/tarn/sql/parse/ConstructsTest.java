package io.tarn.sql.parse;

import static org.assertj.core.api.Assertions.assertThat;

import io.trino.sql.tree.Node;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

class ConstructsTest {

  @Test
  void decidesAboutEachNodeOfTheParser() throws Exception {
    // when
    var nodes = nodeClasses();
    // then
    assertThat(nodes).hasSizeGreaterThan(250);
    assertThat(nodes).allMatch(node -> Constructs.decision(node).isPresent());
  }

  @Test
  void namesEachConstruct() throws Exception {
    assertThat(nodeClasses())
        .allSatisfy(
            node -> assertThat(Constructs.decision(node).orElseThrow().name()).isNotBlank());
  }

  private static List<? extends Class<? extends Node>> nodeClasses()
      throws IOException, URISyntaxException {
    var jar = Path.of(Node.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (var file = new JarFile(jar.toFile())) {
      return file.stream()
          .map(JarEntry::getName)
          .filter(name -> name.startsWith("io/trino/sql/tree/") && name.endsWith(".class"))
          .map(ConstructsTest::load)
          .filter(Node.class::isAssignableFrom)
          .filter(type -> !Modifier.isAbstract(type.getModifiers()))
          .<Class<? extends Node>>map(type -> type.asSubclass(Node.class))
          .toList();
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(file.replace(".class", "").replace('/', '.'));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.tarn.doccomments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocCommentProcessorTest {
  @TempDir Path classes;

  @Test
  void writesWhatIsSaidOfARecordAndItsComponents() throws IOException {
    // when
    compile(
        "a.Outer",
        """
        package a;
        class Outer {
          /// A file.
          ///
          /// @param bytes its size
          ///     in bytes
          record File(String name, long bytes) {}
        }
        """);

    // then
    assertThat(written("a.Outer$File"))
        .containsEntry("text", "A file.")
        .containsEntry("property.bytes", "its size in bytes")
        .containsEntry("property.name", "");
  }

  @Test
  void writesWhatIsSaidOfTheValuesOfAnEnum() throws IOException {
    // when
    compile(
        "a.State",
        """
        package a;
        /// Where it stands.
        enum State {
          /// Files \\\\ may come.
          OPEN,
          CLOSED
        }
        """);

    // then
    assertThat(written("a.State"))
        .containsEntry("text", "Where it stands.")
        .containsEntry("value.OPEN", "Files \\\\ may come.")
        .containsEntry("value.CLOSED", "");
  }

  @Test
  void writesNothingForOtherClasses() throws IOException {
    // when
    compile("a.Plain", "package a; /// Plain.\n class Plain { /// No operation.\n void run() {} }");

    // then
    assertThat(classes.resolve("META-INF")).doesNotExist();
  }

  private void compile(String name, String source) {
    var unit =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var task =
        ToolProvider.getSystemJavaCompiler()
            .getTask(null, null, null, List.of("-d", classes.toString()), null, List.of(unit));
    task.setProcessors(List.of(new DocCommentProcessor()));
    assertThat(task.call()).isTrue();
  }

  private Properties written(String name) throws IOException {
    var properties = new Properties();
    var file = classes.resolve("META-INF/doc-comments/" + name + ".properties");
    properties.load(new StringReader(Files.readString(file)));
    return properties;
  }
}

package io.tarn.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tarn.local.realm.DemoTenant;
import io.tarn.local.sending.Sendable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailFilesTest {
  private final HashSet<String> ids = new HashSet<>();

  @Test
  void cutsEventsIntoFilesOfOneSize(@TempDir Path folder) throws IOException {
    // when
    var files = TrailFiles.write(folder, DemoTenant.ALL.getFirst(), 250, 100);
    // then
    assertThat(files).extracting(this::events).containsExactly(100, 100, 50);
    assertThat(ids).hasSize(250);
  }

  private int events(Sendable file) {
    try (var in = new GZIPInputStream(file.open())) {
      var records = new ObjectMapper().readTree(in).path("Records");
      records.forEach(event -> ids.add(event.path("eventID").asText()));
      return records.size();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}

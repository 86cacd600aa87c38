package io.tarn.query.engine;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Rows of a statement that runs, one after the other, of which only those fetched last are in
/// memory. Belongs to one thread. All methods throw [EngineException].
public interface Rows extends AutoCloseable {
  /// Goes on to the next row; false after the last.
  boolean next();

  /// Writes the row as an array of typed JSON: numbers as numbers, timestamps as `yyyy-MM-dd
  /// HH:mm:ss.SSS`, maps as objects in the order of the event, structs as objects.
  ///
  /// @return about how many characters it has
  long write(JsonGenerator json) throws IOException;

  /// How many events the row is made of; 1 where that is not asked for.
  long events();

  /// From the next fetch on, so many rows are fetched at a time.
  void fetch(int rows);

  @Override
  void close();
}

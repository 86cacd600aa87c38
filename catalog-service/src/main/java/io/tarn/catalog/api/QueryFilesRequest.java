package io.tarn.catalog.api;

import io.tarn.catalog.query.QueryImport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Files of queries.
///
/// @param files the files, of which the last may be followed by others in another request
public record QueryFilesRequest(
    @NotNull @Size(max = 1000) List<@NotNull @Valid QueryFileBody> files) {

  /// A file.
  ///
  /// @param path inside of the folder, with `/` between
  /// @param text all of the file
  public record QueryFileBody(@NotBlank @Size(max = 300) String path, @NotNull String text) {}

  List<QueryImport.File> content() {
    return files.stream().map(file -> new QueryImport.File(file.path(), file.text())).toList();
  }
}

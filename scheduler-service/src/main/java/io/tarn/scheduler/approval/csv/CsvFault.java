package io.tarn.scheduler.approval.csv;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What is wrong with a line of a CSV file.
///
/// @param line its number in the file; the line that names the columns is 1
/// @param column the column at fault; absent where it is the line as a whole
/// @param reason why it is refused
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CsvFault(long line, @Nullable String column, String reason) {}

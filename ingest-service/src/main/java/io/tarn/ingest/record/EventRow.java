package io.tarn.ingest.record;

import io.tarn.common.schema.StoredColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values of one event, in the order of its layout's columns. Not thread-safe.
public final class EventRow {
  private final RecordLayout layout;
  private final @Nullable ColumnValue[] values;
  private final List<RecordLayout.Node> misfits = new ArrayList<>(0);
  private int presence;

  EventRow(RecordLayout layout) {
    this.layout = layout;
    this.values = new ColumnValue[layout.columns().size()];
  }

  /// The value of the column at this place.
  public @Nullable ColumnValue value(int place) {
    return values[place];
  }

  /// The column at this place.
  public StoredColumn column(int place) {
    return layout.columns().get(place);
  }

  /// How many columns the row has.
  public int size() {
    return values.length;
  }

  /// The fields whose values do not fit their columns, as their keys joined by dots.
  public List<String> faults() {
    return misfits.isEmpty()
        ? List.of()
        : misfits.stream().map(RecordLayout.Node::path).distinct().toList();
  }

  /// Sets what the event itself does not tell.
  public void set(StoredColumn.Writer source, ColumnValue value) {
    values[layout.place(source)] = value;
  }

  void setOriginal(byte[] utf8) {
    values[layout.place(new StoredColumn.Original())] = new ColumnValue.Bytes(utf8);
  }

  void set(int place, @Nullable ColumnValue value) {
    if (place != RecordLayout.Node.NOWHERE) {
      values[place] = value;
    }
  }

  void mark(int mask) {
    presence |= mask;
  }

  /// Notes a value that does not fit.
  void misses(RecordLayout.Node node) {
    misfits.add(node);
  }

  /// Forgets a key that is repeated, with all below it.
  void clear(RecordLayout.Node node) {
    presence &= ~node.mask();
    if (!misfits.isEmpty()) {
      misfits.remove(node);
    }
    set(node.place(), null);
    set(node.orderPlace(), null);
    node.parts().forEach(this::clear);
  }

  void finish() {
    values[layout.place(new StoredColumn.StructPresence())] = new ColumnValue.Whole(presence);
  }

  @Override
  public String toString() {
    return "EventRow" + Arrays.toString(values);
  }
}

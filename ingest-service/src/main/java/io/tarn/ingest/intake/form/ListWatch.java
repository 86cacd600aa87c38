package io.tarn.ingest.intake.form;

import java.nio.charset.StandardCharsets;

/// Watches the first level of an object for a list of events, and for the keys of an event, which
/// may hold such a list itself. Not thread-safe.
final class ListWatch {
  /// An object may turn out to be an event up to so many bytes; then it is the frame of its list.
  private static final int LOOK = 256 * 1024;

  private static final int NOWHERE = -1;

  private boolean on;
  private int nameFrom = NOWHERE;
  private int nameTo = NOWHERE;
  private boolean named;
  private int listAt = NOWHERE;

  void begin(boolean isOn) {
    on = isOn;
    named = false;
    nameFrom = NOWHERE;
    listAt = NOWHERE;
  }

  /// A string of the first level ended: its place among the kept bytes.
  void string(int from, int to) {
    nameFrom = from;
    nameTo = to;
  }

  /// A colon of the first level stands behind the string.
  void colon(Window window) {
    var name = on ? name(window) : "";
    on &= !Names.OF_EVENTS.contains(name);
    named = Names.OF_LISTS.contains(name);
  }

  /// The value of the key begins here, behind its bracket, and is a list.
  void list(int place) {
    if (named && listAt == NOWHERE) {
      listAt = place;
    }
    named = false;
  }

  /// Whether enough was seen to take the object for the frame of a list.
  boolean isDecided(int kept) {
    return isFrame() && kept > LOOK;
  }

  boolean isFrame() {
    return on && listAt != NOWHERE;
  }

  /// Where the list begins among the kept bytes.
  int listAt() {
    return listAt;
  }

  private String name(Window window) {
    boolean isShort = nameFrom != NOWHERE && nameTo - nameFrom <= Names.LONGEST;
    return isShort ? new String(window.kept(nameFrom, nameTo), StandardCharsets.UTF_8) : "";
  }
}

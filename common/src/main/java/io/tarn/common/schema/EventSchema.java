package io.tarn.common.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The columns of an event data store as statements see them.
public final class EventSchema {
  /// The original text of the event.
  public static final String EVENT_JSON = "eventJson";

  /// Base64 of the SHA-256 of [#EVENT_JSON]; computed when read.
  public static final String EVENT_JSON_CHECKSUM = "eventJsonChecksum";

  /// The day of the event time as the number `yyyymmdd`; computed when read.
  public static final String CALENDAR_DAY = "calendarday";

  /// When the event was accepted.
  public static final String RECEIVED_TIME = "receivedTime";

  /// The position in the store by which "all that came since" is asked.
  public static final String INGEST_POSITION = "ingestPosition";

  private static final List<LakeColumn> HIDDEN =
      List.of(
          LakeColumn.hidden(CALENDAR_DAY, LakeType.BIGINT),
          LakeColumn.hidden(RECEIVED_TIME, LakeType.TIMESTAMP),
          LakeColumn.hidden(INGEST_POSITION, LakeType.BIGINT));

  /// Management, data and network activity events.
  public static final EventSchema CLOUDTRAIL = new EventSchema(CloudTrailRecord.FIELDS, List.of());

  /// Unusual activity that CloudTrail noticed.
  public static final EventSchema INSIGHT = enveloped(InsightRecord.FIELDS);

  /// Configuration items of AWS Config.
  public static final EventSchema CONFIGURATION_ITEM = enveloped(ConfigurationItemRecord.FIELDS);

  /// Evidence of Audit Manager.
  public static final EventSchema EVIDENCE = enveloped(EvidenceRecord.FIELDS);

  /// Events from outside AWS.
  public static final EventSchema ACTIVITY_AUDIT_LOG = enveloped(ActivityRecord.FIELDS);

  /// Runs of schedules, which are no events: see [SystemRuns].
  public static final EventSchema SYSTEM_RUNS =
      new EventSchema(SystemRuns.FIELDS, List.of(), List.of());

  /// Verdicts on write events: see [SystemChanges].
  public static final EventSchema SYSTEM_CHANGES =
      new EventSchema(SystemChanges.FIELDS, List.of(), List.of());

  /// What statements scanned: see [SystemUsage].
  public static final EventSchema SYSTEM_USAGE =
      new EventSchema(SystemUsage.FIELDS, List.of(), List.of());

  private final List<RecordField> fields;
  private final List<LakeColumn> columns;
  private final Map<String, LakeColumn> byLowerCaseName;

  private EventSchema(List<RecordField> shown, List<RecordField> unprinted) {
    this(shown, unprinted, HIDDEN);
  }

  private EventSchema(
      List<RecordField> shown, List<RecordField> unprinted, List<LakeColumn> hidden) {
    this.fields = Stream.concat(shown.stream(), unprinted.stream()).toList();
    var all = new ArrayList<LakeColumn>();
    shown.forEach(field -> all.add(new LakeColumn(field.lakeName(), field.type(), false)));
    unprinted.forEach(field -> all.add(LakeColumn.hidden(field.lakeName(), field.type())));
    all.addAll(hidden);
    this.columns = List.copyOf(all);
    this.byLowerCaseName =
        columns.stream().collect(Collectors.toMap(c -> lower(c.name()), Function.identity()));
  }

  /// Lake prints no original text for these, and statements read it all the same.
  private static EventSchema enveloped(List<RecordField> fields) {
    return new EventSchema(fields, RecordEnvelope.ORIGINAL);
  }

  /// The columns of a store of this category.
  public static EventSchema of(EventCategory category) {
    return switch (category) {
      case CLOUDTRAIL -> CLOUDTRAIL;
      case INSIGHT -> INSIGHT;
      case CONFIGURATION_ITEM -> CONFIGURATION_ITEM;
      case EVIDENCE -> EVIDENCE;
      case ACTIVITY_AUDIT_LOG -> ACTIVITY_AUDIT_LOG;
    };
  }

  /// All columns, those that `SELECT *` shows first and in its order, then the hidden ones.
  public List<LakeColumn> columns() {
    return columns;
  }

  /// The column of this name, whatever its case.
  public Optional<LakeColumn> column(String name) {
    return Optional.ofNullable(byLowerCaseName.get(lower(name)));
  }

  /// Where and how PostgreSQL keeps these columns.
  public StoredColumns stored() {
    return StoredColumns.of(this);
  }

  List<RecordField> fields() {
    return fields;
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

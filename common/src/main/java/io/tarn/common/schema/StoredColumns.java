package io.tarn.common.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// How PostgreSQL keeps the columns of an [EventSchema].
///
/// ```
/// userIdentity.sessionContext.sourceIdentity -> user_identity_session_context_source_identity
/// requestParameters                          -> request_parameters, request_parameters_order
/// userIdentity                               -> a bit of struct_presence
/// ```
///
/// A name that would be longer than PostgreSQL allows leaves out the second step of its path:
/// `user_identity_web_id_federation_data_attributes`. One that another column has already sets its
/// last step apart: `insight_context_attributions_insight__value` beside `insightValue`.
///
/// Look-ups take Lake paths in any case. Columns that are computed when read (`eventJsonChecksum`,
/// `calendarday`) are not stored.
public final class StoredColumns {
  public static final String TENANT_ID = "tenant_id";
  public static final String EVENT_TIME = "event_time";
  public static final String EVENT_ID = "event_id";
  public static final String STRUCT_PRESENCE = "struct_presence";
  public static final String EVENT_JSON = "event_json";
  public static final String RECEIVED_TIME = "received_time";
  public static final String INGEST_POSITION = "ingest_position";
  public static final String DIGEST = "digest";
  public static final String UPLOAD_ID = "upload_id";
  public static final String UPLOAD_FILE = "upload_file";

  private static final String ORDER_SUFFIX = "_order";
  private static final int MAX_NAME_LENGTH = 63;
  private static final Pattern WORD_BORDER =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
  private static final Map<EventSchema, StoredColumns> CACHE = new ConcurrentHashMap<>();

  private final List<StoredColumn> columns = new ArrayList<>();
  private final List<StoredStruct> structs = new ArrayList<>();
  private final Map<List<String>, StoredColumn> values = new HashMap<>();
  private final Map<List<String>, StoredColumn> orders = new HashMap<>();
  private final Map<List<String>, StoredStruct> structsByPath = new HashMap<>();

  private StoredColumns(EventSchema schema) {
    add(new StoredColumn(TENANT_ID, PostgresType.TEXT, StoredColumn.Writer.TENANT_ID, true));
    schema.fields().forEach(field -> addField(field, List.of(), List.of()));
    add(
        new StoredColumn(
            STRUCT_PRESENCE, PostgresType.INTEGER, new StoredColumn.StructPresence(), true));
    addHidden(
        EventSchema.RECEIVED_TIME,
        RECEIVED_TIME,
        PostgresType.TIMESTAMP,
        StoredColumn.Writer.RECEIVED_TIME);
    addHidden(
        EventSchema.INGEST_POSITION,
        INGEST_POSITION,
        PostgresType.BIGINT,
        StoredColumn.Writer.INGEST_POSITION);
    add(new StoredColumn(DIGEST, PostgresType.BYTEA, StoredColumn.Writer.DIGEST, true));
    add(new StoredColumn(UPLOAD_ID, PostgresType.UUID, StoredColumn.Writer.UPLOAD_ID, false));
    add(
        new StoredColumn(
            UPLOAD_FILE, PostgresType.INTEGER, StoredColumn.Writer.UPLOAD_FILE, false));
  }

  static StoredColumns of(EventSchema schema) {
    return CACHE.computeIfAbsent(schema, StoredColumns::new);
  }

  /// All columns in the order of the table.
  public List<StoredColumn> columns() {
    return List.copyOf(columns);
  }

  /// The structs in the order of their bits. Bits are only added.
  public List<StoredStruct> structs() {
    return List.copyOf(structs);
  }

  /// The column that holds the value at this Lake path; empty for structs and computed columns.
  public Optional<StoredColumn> value(List<String> lakePath) {
    return Optional.ofNullable(values.get(lower(lakePath)));
  }

  /// The companion with the key order of the map at this Lake path.
  public Optional<StoredColumn> keyOrder(List<String> lakePath) {
    return Optional.ofNullable(orders.get(lower(lakePath)));
  }

  /// The struct at this Lake path.
  public Optional<StoredStruct> struct(List<String> lakePath) {
    return Optional.ofNullable(structsByPath.get(lower(lakePath)));
  }

  /// `sourceIPAddress` becomes `source_ip_address`.
  static String snakeCase(String name) {
    return WORD_BORDER.matcher(name).replaceAll("_").toLowerCase(Locale.ROOT);
  }

  private String storedName(List<String> jsonPath, String suffix) {
    var words = new ArrayList<>(jsonPath.stream().map(StoredColumns::snakeCase).toList());
    if (String.join("_", words).length() + suffix.length() > MAX_NAME_LENGTH) {
      words.remove(1);
    }
    var name = String.join("_", words);
    return columns.stream().anyMatch(column -> column.name().equals(name))
        ? String.join("_", words.subList(0, words.size() - 1)) + "__" + words.getLast()
        : name;
  }

  private void addField(RecordField field, List<String> jsonParent, List<String> lakeParent) {
    var jsonPath = append(jsonParent, field.jsonName());
    var lakePath = append(lakeParent, field.lakeName());
    if (field.isStruct()) {
      var struct = new StoredStruct(jsonPath, structs.size());
      structs.add(struct);
      structsByPath.put(lower(lakePath), struct);
      field.fields().forEach(part -> addField(part, jsonPath, lakePath));
    } else if (!field.lakeName().equals(EventSchema.EVENT_JSON_CHECKSUM)) {
      addValue(field, jsonPath, lakePath);
    }
  }

  private void addValue(RecordField field, List<String> jsonPath, List<String> lakePath) {
    var isMap = field.type() instanceof LakeType.MapType;
    var name = storedName(jsonPath, isMap ? ORDER_SUFFIX : "");
    var type = PostgresType.of(field.type());
    var isOriginal = name.equals(EVENT_JSON);
    var source =
        isOriginal ? new StoredColumn.Original() : new StoredColumn.Value(jsonPath, field.type());
    var required = isOriginal || name.equals(EVENT_TIME) || name.equals(EVENT_ID);
    values.put(lower(lakePath), add(new StoredColumn(name, type, source, required)));
    if (isMap) {
      var order = new StoredColumn.KeyOrder(jsonPath);
      orders.put(
          lower(lakePath),
          add(new StoredColumn(name + ORDER_SUFFIX, PostgresType.BYTEA, order, false)));
    }
  }

  private void addHidden(
      String lakeName, String name, PostgresType type, StoredColumn.Writer source) {
    values.put(lower(List.of(lakeName)), add(new StoredColumn(name, type, source, true)));
  }

  private StoredColumn add(StoredColumn column) {
    columns.add(column);
    return column;
  }

  private static List<String> append(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }

  private static List<String> lower(List<String> path) {
    return path.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
  }
}

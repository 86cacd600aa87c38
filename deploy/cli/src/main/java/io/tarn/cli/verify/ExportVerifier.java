package io.tarn.cli.verify;

import io.tarn.cli.verify.ExportSource.Item;
import io.tarn.cli.verify.Finding.Kind;
import io.tarn.cli.verify.Verification.SignedStatement;
import io.tarn.common.proof.DsseEnvelope;
import io.tarn.common.proof.InTotoStatement;
import io.tarn.common.proof.ProofFormatException;
import io.tarn.common.proof.ProofStatement;
import io.tarn.common.proof.PublicKeys;
import io.tarn.common.proof.PublicKeys.SignFileKey;
import io.tarn.common.proof.ResultFile;
import io.tarn.common.proof.SignFile;
import io.tarn.common.proof.SignedFile;
import java.io.FilterInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Verifies one export or signed document against keys that did not come from it: signatures first,
/// then what they say of the files. What Tarn signs needs a statement; whether there has to be one
/// is told by the keys, so that taking it away is found. CloudTrail Lake makes none.
public final class ExportVerifier {
  private static final int MOST_BYTES = 8 << 20;

  /// How long after a result is complete Lake looks for its key.
  private static final Duration LAKE_PATIENCE = Duration.ofDays(20);

  private final PublicKeys keys;
  private final @Nullable String tenant;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Item> items = new HashMap<>();

  /// @param keys the keys that are trusted
  /// @param tenant id or slug of the tenant whose result it has to be; null for any
  public ExportVerifier(PublicKeys keys, @Nullable String tenant) {
    this.keys = keys;
    this.tenant = tenant;
  }

  /// @throws IOException if nothing can be read there
  public Verification verify(ExportSource source) throws IOException {
    findings.clear();
    items.clear();
    list(source);
    var signFile = readSignFile(source);
    var statement = readStatement(source);
    if (signFile.isPresent()) {
      compare(signFile.get(), statement);
      checkFiles(source, signFile.get(), statement);
      findOthers(signFile.get());
    }
    return new Verification(findings, signFile, statement);
  }

  private void list(ExportSource source) throws IOException {
    for (var item : source.items()) {
      if (items.put(item.name(), item) != null) {
        find(Kind.FILES, item.name(), "is there twice");
      }
    }
  }

  // --- sign file ---

  private Optional<SignFile> readSignFile(ExportSource source) {
    if (!items.containsKey(SignFile.NAME)) {
      find(Kind.UNREADABLE, SignFile.NAME, "is missing: this is no export, or not all of one");
      return Optional.empty();
    }
    var file = read(source, SignFile.NAME, SignFile::parse);
    file.ifPresent(this::checkSignature);
    return file;
  }

  private void checkSignature(SignFile file) {
    if (keys.hasStatements() && !SignFile.VERSION.equals(file.version())) {
      find(Kind.UNREADABLE, SignFile.NAME, "has a version other than " + SignFile.VERSION);
    }
    var key = keys.signFileKey(file.fingerprint());
    if (key.isEmpty()) {
      var message = "was signed with a key that is not in the list of keys: ";
      find(Kind.UNKNOWN_KEY, SignFile.NAME, message + file.fingerprint());
      return;
    }
    if (!mayHaveSigned(key.get(), file)) {
      find(
          Kind.UNKNOWN_KEY,
          SignFile.NAME,
          "is of %s, but its key was valid from %s to %s"
              .formatted(file.queryCompleteTime(), key.get().validFrom(), key.get().validUntil()));
    }
    if (!isSigned("SHA256withRSA", key.get().key(), file.textToSign(), file.signature())) {
      find(Kind.SIGNATURE, SignFile.NAME, "has a signature that is not that of its key");
    }
  }

  private boolean mayHaveSigned(SignFileKey key, SignFile file) {
    var time = file.queryCompleteTime();
    return keys.hasStatements()
        ? key.isValidAt(time)
        : !key.validUntil().isBefore(time) && !key.validFrom().isAfter(time.plus(LAKE_PATIENCE));
  }

  // --- statement ---

  private Optional<SignedStatement> readStatement(ExportSource source) {
    var name = InTotoStatement.FILE_NAME;
    if (!items.containsKey(name)) {
      if (keys.hasStatements()) {
        find(Kind.FILES, name, "is missing");
      }
      return Optional.empty();
    }
    return read(source, name, DsseEnvelope::parse).flatMap(this::checkStatement);
  }

  private Optional<SignedStatement> checkStatement(DsseEnvelope envelope) {
    var name = InTotoStatement.FILE_NAME;
    if (!envelope.payloadType().equals(DsseEnvelope.IN_TOTO)) {
      find(Kind.UNREADABLE, name, "has a payload of another type than " + DsseEnvelope.IN_TOTO);
      return Optional.empty();
    }
    boolean isTrusted = true;
    for (var signature : envelope.signatures()) {
      isTrusted &= isTrusted(envelope, signature);
    }
    try {
      var statement = ProofStatement.parse(envelope.payload());
      return isTrusted && wasValid(envelope, statement.completedAt())
          ? Optional.of(new SignedStatement(statement, envelope.payloadSha256()))
          : Optional.empty();
    } catch (ProofFormatException garbage) {
      find(Kind.UNREADABLE, name, "has a payload that " + garbage.getMessage());
      return Optional.empty();
    }
  }

  private boolean isTrusted(DsseEnvelope envelope, DsseEnvelope.Signature signature) {
    var key = keys.statementKey(signature.keyId());
    if (key.isEmpty()) {
      find(
          Kind.UNKNOWN_KEY,
          InTotoStatement.FILE_NAME,
          "was signed with a key that is not in the list of keys: " + signature.keyId());
      return false;
    }
    var isSigned =
        isSigned(PublicKeys.ED25519, key.get().key(), envelope.textToSign(), signature.bytes());
    if (!isSigned) {
      find(
          Kind.SIGNATURE, InTotoStatement.FILE_NAME, "has a signature that is not that of its key");
    }
    return isSigned;
  }

  private boolean wasValid(DsseEnvelope envelope, Instant completedAt) {
    boolean wasValid = true;
    for (var signature : envelope.signatures()) {
      var key = keys.statementKey(signature.keyId()).orElseThrow();
      if (!key.isValidAt(completedAt)) {
        find(
            Kind.UNKNOWN_KEY,
            InTotoStatement.FILE_NAME,
            "is of %s, but its key was valid from %s to %s"
                .formatted(completedAt, key.validFrom(), key.validUntil()));
        wasValid = false;
      }
    }
    return wasValid;
  }

  // --- what sign file, statement and files say of each other ---

  private void compare(SignFile file, Optional<SignedStatement> signed) {
    if (signed.isEmpty()) {
      if (tenant != null && !keys.hasStatements()) {
        find(Kind.DISAGREEMENT, SignFile.NAME, "does not say whose result it is");
      }
      return;
    }
    var statement = signed.get().statement();
    if (!statement.completedAt().equals(file.queryCompleteTime())) {
      find(Kind.DISAGREEMENT, SignFile.NAME, "is of another time than the statement");
    }
    if (!statement.region().equals(file.region())) {
      find(Kind.DISAGREEMENT, SignFile.NAME, "is of another Region than the statement");
    }
    var owner = statement.tenant();
    if (tenant != null && !tenant.equals(owner.id()) && !tenant.equals(owner.slug())) {
      find(
          Kind.DISAGREEMENT,
          InTotoStatement.FILE_NAME,
          "is of the tenant %s, not of %s".formatted(owner.slug(), tenant));
    }
    compareFiles(file.files(), statement.files());
  }

  private void compareFiles(List<SignFile.Entry> listed, List<? extends SignedFile> stated) {
    var statedByName = byName(stated, SignedFile::name);
    var listedByName = byName(listed, SignFile.Entry::name);
    for (var entry : listed) {
      var file = statedByName.get(entry.name());
      if (file == null) {
        find(Kind.DISAGREEMENT, entry.name(), "is in the sign file and not in the statement");
      } else if (!file.sha256().equals(entry.sha256())) {
        find(Kind.DISAGREEMENT, entry.name(), "has another hash in the statement");
      }
    }
    for (var file : stated) {
      if (!listedByName.containsKey(file.name())) {
        find(Kind.DISAGREEMENT, file.name(), "is in the statement and not in the sign file");
      }
    }
    var namesListed = listed.stream().map(SignFile.Entry::name).toList();
    var namesStated = stated.stream().map(SignedFile::name).toList();
    if (listedByName.keySet().equals(statedByName.keySet()) && !namesListed.equals(namesStated)) {
      find(Kind.DISAGREEMENT, SignFile.NAME, "has the files in another order than the statement");
    }
  }

  private static <T> Map<String, T> byName(List<? extends T> files, Function<T, String> name) {
    var map = new HashMap<String, T>();
    files.forEach(file -> map.put(name.apply(file), file));
    return map;
  }

  // --- files ---

  private void checkFiles(
      ExportSource source, SignFile signFile, Optional<SignedStatement> signed) {
    var stated =
        signed.isEmpty()
            ? Map.<String, SignedFile>of()
            : byName(signed.get().statement().files(), SignedFile::name);
    for (var entry : signFile.files()) {
      var item = items.get(entry.name());
      if (item == null) {
        find(Kind.FILES, entry.name(), "is missing");
      } else if (!item.isFile()) {
        find(Kind.FILES, entry.name(), "is not a plain file");
      } else {
        var file = stated.get(entry.name());
        var agrees = file != null && file.sha256().equals(entry.sha256());
        checkFile(source, entry, agrees ? file : null);
      }
    }
  }

  /// The file is read once. Rows are counted only where a signed statement says how long the file
  /// is: what somebody else made is not unpacked without a bound.
  private void checkFile(ExportSource source, SignFile.Entry entry, @Nullable SignedFile stated) {
    var most = stated == null ? Long.MAX_VALUE : stated.bytes() + 1;
    try (var stream = new MeasuredStream(source.open(entry.name()), most)) {
      var rows = stated instanceof ResultFile result ? Rows.count(stream, result) : null;
      stream.drain();
      var sha256 = stream.sha256Hex();
      if (stated != null && stream.bytes() > stated.bytes()) {
        find(
            Kind.FILES,
            entry.name(),
            "is longer than the %d bytes that the statement says".formatted(stated.bytes()));
      } else if (!sha256.equals(entry.sha256())) {
        find(
            Kind.FILES,
            entry.name(),
            "has other content: its hash is %s, signed was %s".formatted(sha256, entry.sha256()));
      } else if (stated != null) {
        checkSize(stated, stream.bytes());
        if (stated instanceof ResultFile result && rows != null) {
          checkRows(result, rows);
        }
      }
    } catch (IOException failure) {
      find(Kind.UNREADABLE, entry.name(), "cannot be read: " + failure.getMessage());
    }
  }

  private void checkSize(SignedFile stated, long bytes) {
    if (bytes != stated.bytes()) {
      find(
          Kind.DISAGREEMENT,
          stated.name(),
          "has %d bytes, the statement says %d".formatted(bytes, stated.bytes()));
    }
  }

  private void checkRows(ResultFile stated, Rows rows) {
    if (rows.fault() != null) {
      find(Kind.DISAGREEMENT, stated.name(), rows.fault());
    } else if (rows.count() > stated.rows()) {
      find(
          Kind.DISAGREEMENT,
          stated.name(),
          "has more than the %d rows that the statement says".formatted(stated.rows()));
    } else if (rows.count() < stated.rows()) {
      find(
          Kind.DISAGREEMENT,
          stated.name(),
          "has %d rows, the statement says %d".formatted(rows.count(), stated.rows()));
    }
  }

  /// @param fault why they cannot be counted; null where they were
  private record Rows(long count, @Nullable String fault) {
    static Rows count(MeasuredStream stream, ResultFile stated) {
      try {
        return new Rows(
            RowCounter.of(stated.name()).count(new Unclosed(stream), stated.rows()), null);
      } catch (IOException otherForm) {
        return new Rows(0, "does not have the form that its name says: " + otherForm.getMessage());
      }
    }
  }

  /// What counts rows closes its stream, and the rest is still to be hashed.
  private static final class Unclosed extends FilterInputStream {
    Unclosed(MeasuredStream stream) {
      super(stream);
    }

    @Override
    public void close() {}
  }

  private void findOthers(SignFile file) {
    var listed = byName(file.files(), SignFile.Entry::name);
    items.keySet().stream()
        .filter(name -> !listed.containsKey(name))
        .filter(name -> !name.equals(SignFile.NAME) && !name.equals(InTotoStatement.FILE_NAME))
        .sorted()
        .forEach(name -> find(Kind.FILES, name, "is not in the sign file"));
  }

  // --- reading ---

  /// Reads a file of the proof, and holds it against the one form that Tarn writes: nothing beside
  /// what is signed can be changed in it either.
  private <T> Optional<T> read(ExportSource source, String name, Function<byte[], T> parse) {
    var item = items.get(name);
    if (item == null || !item.isFile()) {
      find(Kind.UNREADABLE, name, "is not a plain file");
      return Optional.empty();
    }
    try (var stream = source.open(name)) {
      var bytes = stream.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        find(Kind.UNREADABLE, name, "is longer than 8 MB");
        return Optional.empty();
      }
      var parsed = parse.apply(bytes);
      if (keys.hasStatements() && !Arrays.equals(bytes, written(parsed))) {
        find(Kind.UNREADABLE, name, "does not have the form that Tarn writes; somebody changed it");
      }
      return Optional.of(parsed);
    } catch (ProofFormatException garbage) {
      find(Kind.UNREADABLE, name, String.valueOf(garbage.getMessage()));
    } catch (IOException failure) {
      find(Kind.UNREADABLE, name, "cannot be read: " + failure.getMessage());
    }
    return Optional.empty();
  }

  private static byte[] written(Object parsed) {
    return switch (parsed) {
      case SignFile file -> file.toJson();
      case DsseEnvelope envelope -> envelope.toJson();
      default -> throw new IllegalArgumentException("no file of the proof");
    };
  }

  private static boolean isSigned(
      String algorithm, PublicKey key, byte[] text, byte[] signatureBytes) {
    try {
      var signature = Signature.getInstance(algorithm);
      signature.initVerify(key);
      signature.update(text);
      return signature.verify(signatureBytes);
    } catch (GeneralSecurityException notASignature) {
      return false;
    }
  }

  private void find(Kind kind, String file, String message) {
    findings.add(new Finding(kind, file, message));
  }
}

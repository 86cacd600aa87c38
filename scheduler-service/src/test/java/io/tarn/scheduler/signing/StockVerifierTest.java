package io.tarn.scheduler.signing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tarn.common.proof.ResultFile;
import io.tarn.common.secret.MasterSecret;
import io.tarn.scheduler.data.Transactions;
import io.tarn.scheduler.run.MovedClock;
import io.tarn.scheduler.run.OwnSchema;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The algorithm of CloudTrail Lake's own validator on what we sign.
class StockVerifierTest {
  private static final String VALID = "Successfully validated sign and query result files";
  private static final Instant START = Instant.parse("2026-01-15T10:20:30.456Z");

  @TempDir private Path folder;
  private final MovedClock clock = new MovedClock(START);
  private SigningKeys keys;
  private ResultSigner signer;

  @BeforeEach
  void start() throws Exception {
    var repository = new SigningKeyRepository(MasterSecret.ofHex("1f".repeat(32)));
    keys = new SigningKeys(new Transactions(OwnSchema.create()), repository, clock);
    signer = new ResultSigner(keys, "us-east-1");
    sign(clock.instant());
  }

  @Test
  void acceptsWhatWeSign() throws Exception {
    assertThat(new StockVerifier(keys.published().toJson()).verify(folder)).isEqualTo(VALID);
  }

  @Test
  void acceptsItYearsLaterAndOnTheDayOfARotation() throws Exception {
    // given
    for (int day = 0; day <= 60; day++) {
      clock.moveTo(START.plus(Duration.ofDays(day)));
      keys.rotate();
      sign(clock.instant());
      // when
      var said = new StockVerifier(keys.published().toJson()).verify(folder);
      // then
      assertThat(said).as("day %d", day).isEqualTo(VALID);
    }
    clock.moveTo(START.plus(Duration.ofDays(3 * 365)));
    keys.rotate();
    assertThat(new StockVerifier(keys.published().toJson()).verify(folder)).isEqualTo(VALID);
  }

  @Test
  void refusesAChangedFile() throws Exception {
    // given
    Files.writeString(folder.resolve("result_2.csv.gz"), "changed");
    // when
    var said = new StockVerifier(keys.published().toJson()).verify(folder);
    // then
    assertThat(said).isEqualTo("Export file: result_2.csv.gz hash value doesn't match");
  }

  @Test
  void refusesAnExchangedOrder() throws Exception {
    // given
    var sign = folder.resolve("result_sign.json");
    var text = Files.readString(sign);
    var signature = text.replaceFirst(".*\"hashSignature\":\"([0-9a-f]{8}).*", "$1");
    Files.writeString(sign, text.replace(signature, "00000000"));
    // when
    var said = new StockVerifier(keys.published().toJson()).verify(folder);
    // then
    assertThat(said).isEqualTo("Invalid signature in sign file");
  }

  private void sign(Instant completedAt) throws Exception {
    var files = new ArrayList<ResultFile>();
    for (int number = 1; number <= 3; number++) {
      var name = "result_%d.csv.gz".formatted(number);
      var content = ("file " + number).getBytes(StandardCharsets.UTF_8);
      Files.write(folder.resolve(name), content);
      var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
      files.add(new ResultFile(name, content.length, 1, hash));
    }
    Files.write(folder.resolve("result_sign.json"), signer.signFile(files, completedAt));
  }
}

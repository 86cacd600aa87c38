package io.tarn.local.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AccountTableTest {
  private static final String UPLOAD =
      """
      {"accounts":[
        {"id":"111122223333","state":"admitted","count":5},
        {"id":"222233334444","organisation":"o-abc1234567","state":"new","count":1200},
        {"id":"333344445555","state":"not-admitted","count":1},
        {"id":"444455556666","state":"foreign","count":2}]}
      """;

  @Test
  void printsEveryAccountWithItsState() throws JsonProcessingException {
    assertThat(printed(table()))
        .containsExactly(
            "account 111122223333                        5",
            "account 222233334444                    1,200  new  of o-abc1234567",
            "account 333344445555                        1  not admitted",
            "account 444455556666                        2  foreign");
  }

  @Test
  void leavesOutAdmittedAccounts() throws JsonProcessingException {
    assertThat(printed(table().unusual()))
        .hasSize(3)
        .noneMatch(line -> line.contains("111122223333"));
  }

  private static AccountTable table() throws JsonProcessingException {
    return AccountTable.of(new ObjectMapper().readTree(UPLOAD));
  }

  private static java.util.List<String> printed(AccountTable table) {
    var out = new ByteArrayOutputStream();
    table.print(new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }
}

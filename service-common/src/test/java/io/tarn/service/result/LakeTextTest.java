package io.tarn.service.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakeTextTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          varchar              | "as is, {=}"                                  | as is, {=}
          varchar              | null                                          | ''
          varchar              | ""                                            | ''
          bigint               | 96059                                         | 96059
          double               | 0.5                                           | 0.5
          double               | 1.0E10                                        | 1.0E10
          boolean              | true                                          | true
          timestamp(3)         | "2023-01-22 16:53:53.000"                     | 2023-01-22 16:53:53.000
          map(varchar,varchar) | {"role_name":"Admin","account_id":"1"}        | {role_name=Admin, account_id=1}
          map(varchar,varchar) | {"a":null}                                    | {a=null}
          map(varchar,varchar) | {}                                            | {}
          row(type varchar)    | {"type":"AssumedRole","details":{"Key":"V"}}  | {type=AssumedRole, details={Key=V}}
          row(type varchar)    | {"type":null}                                 | {type=null}
          array(varchar)       | ["a","b"]                                     | [a, b]
          array(row)           | [{"accountid":"1","arn":null}]                | [{accountid=1, arn=null}]
          """)
  void writesLakesForms(String type, String value, String text) throws JsonProcessingException {
    // when
    var cell = LakeText.ofCell(JSON.readTree(value), type);
    // then
    assertThat(cell).isEqualTo(text);
  }
}

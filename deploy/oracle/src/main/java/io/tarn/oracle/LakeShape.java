package io.tarn.oracle;

import io.trino.spi.type.ArrayType;
import io.trino.spi.type.BigintType;
import io.trino.spi.type.BooleanType;
import io.trino.spi.type.DoubleType;
import io.trino.spi.type.IntegerType;
import io.trino.spi.type.MapType;
import io.trino.spi.type.RowType;
import io.trino.spi.type.TimestampType;
import io.trino.spi.type.Type;
import io.trino.spi.type.TypeOperators;
import io.trino.spi.type.VarcharType;
import java.util.List;

/// A type in the notation that Lake prints (`struct<a:string, b:map<string,string>>`).
sealed interface LakeShape {
  /// The type that Trino has for it.
  Type type();

  static LakeShape of(String notation) {
    return new LakeNotation(notation).shape();
  }

  record Text() implements LakeShape {
    @Override
    public Type type() {
      return VarcharType.VARCHAR;
    }
  }

  record Truth() implements LakeShape {
    @Override
    public Type type() {
      return BooleanType.BOOLEAN;
    }
  }

  record Whole() implements LakeShape {
    @Override
    public Type type() {
      return IntegerType.INTEGER;
    }
  }

  record Big() implements LakeShape {
    @Override
    public Type type() {
      return BigintType.BIGINT;
    }
  }

  record Real() implements LakeShape {
    @Override
    public Type type() {
      return DoubleType.DOUBLE;
    }
  }

  record Time() implements LakeShape {
    @Override
    public Type type() {
      return TimestampType.TIMESTAMP_MILLIS;
    }
  }

  record TextMap() implements LakeShape {
    private static final Type TYPE =
        new MapType(VarcharType.VARCHAR, VarcharType.VARCHAR, new TypeOperators());

    @Override
    public Type type() {
      return TYPE;
    }
  }

  record Items(LakeShape element) implements LakeShape {
    @Override
    public Type type() {
      return new ArrayType(element.type());
    }
  }

  record Struct(List<Field> fields) implements LakeShape {
    public Struct {
      fields = List.copyOf(fields);
    }

    @Override
    public Type type() {
      return RowType.from(
          fields.stream().map(field -> RowType.field(field.name(), field.shape().type())).toList());
    }
  }

  record Field(String name, LakeShape shape) {}
}

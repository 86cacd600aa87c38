package io.tarn.scheduler.run;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import javax.sql.DataSource;

/// Kills what runs, by chance: before a transaction is committed, after it, and wherever else it
/// is asked to.
public final class Crashes {
  private final Random random;
  private final double share;
  private boolean isOn;
  private int count;

  /// The process is gone.
  public static final class Killed extends RuntimeException {
    Killed() {
      super("killed", null, false, false);
    }
  }

  public Crashes(Random random, double share) {
    this.random = random;
    this.share = share;
  }

  public void turn(boolean on) {
    isOn = on;
  }

  public int count() {
    return count;
  }

  public void maybe() {
    if (isOn && random.nextDouble() < share) {
      count++;
      throw new Killed();
    }
  }

  /// The same database, whose commits may be the last that a process does.
  public DataSource around(DataSource database) {
    return (DataSource)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {DataSource.class},
            (_, method, arguments) -> {
              var result = call(method, database, arguments);
              return result instanceof Connection connection ? around(connection) : result;
            });
  }

  private Connection around(Connection connection) {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (_, method, arguments) -> {
              if (!method.getName().equals("commit")) {
                return call(method, connection, arguments);
              }
              maybe();
              connection.commit();
              maybe();
              return null;
            });
  }

  private static Object call(java.lang.reflect.Method method, Object target, Object[] arguments)
      throws SQLException, IllegalAccessException {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof SQLException cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }
}

package io.tarn.service.gate;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On an endpoint that is polled: one caller's requests with the same value of this path
/// parameter are one access record.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface RecordedOncePer {
  /// The name of the path parameter.
  String value();
}

package io.tarn.ingest.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// `true` or `false` and nothing else: a mistyped wish for a dry run must not send anything.
@Pattern(regexp = "true|false", message = "must be true or false")
@Constraint(validatedBy = {})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface BooleanParameter {
  /// What a reason says.
  String message() default "must be true or false";

  /// Unused; Bean Validation asks for it.
  Class<?>[] groups() default {};

  /// Unused; Bean Validation asks for it.
  Class<? extends Payload>[] payload() default {};
}

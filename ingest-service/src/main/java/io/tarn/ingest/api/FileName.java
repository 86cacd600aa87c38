package io.tarn.ingest.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A name that a sender gives: 1 to 1024 characters, none of them a control character.
@Pattern(regexp = "[^\\p{Cntrl}]{1,1024}", message = "must be 1 to 1024 printable characters")
@Constraint(validatedBy = {})
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.RECORD_COMPONENT})
public @interface FileName {
  /// What a reason says.
  String message() default "must be 1 to 1024 printable characters";

  /// Unused; Bean Validation asks for it.
  Class<?>[] groups() default {};

  /// Unused; Bean Validation asks for it.
  Class<? extends Payload>[] payload() default {};
}

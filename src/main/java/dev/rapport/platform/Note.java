package dev.rapport.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A text of several lines: at most 100,000 characters. */
@Storable
@Size(max = 100_000, message = "{platform.refused.too-long}")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface Note {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

package dev.rapport.platform;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** A single-line field: at most 500 characters. */
@Storable
@Size(max = 500, message = "{platform.refused.too-long}")
@Constraint(validatedBy = {})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {
    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}

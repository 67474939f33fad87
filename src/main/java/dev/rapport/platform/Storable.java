package dev.rapport.platform;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.jspecify.annotations.Nullable;

/** Text that PostgreSQL can hold: no NUL, no half of a surrogate pair. */
@Constraint(validatedBy = Storable.Check.class)
@Retention(RetentionPolicy.RUNTIME)
public @interface Storable {
    String message() default "{platform.refused.characters}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    class Check implements ConstraintValidator<Storable, CharSequence> {
        @Override
        public boolean isValid(@Nullable CharSequence text, ConstraintValidatorContext context) {
            return text == null || Typed.isStorable(text);
        }
    }
}

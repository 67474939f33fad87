package dev.rapport.metrics.web;

import dev.rapport.platform.Refused;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Moves a refusal from the name that a formula gives to the field of the form. */
final class Fields {

    private Fields() {}

    static <T> T renamed(Supplier<T> work, UnaryOperator<String> name) {
        try {
            return work.get();
        } catch (Refused refused) {
            throw refused.field() == null
                    ? refused
                    : new Refused(name.apply(refused.field()), refused.key(), refused.args());
        }
    }
}

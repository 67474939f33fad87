package dev.rapport.exchange.source;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a new customer is called, by the best that a row says of them. */
final class Naming {
    static final List<Field> FIELDS = List.of(
            Field.NAME,
            Field.FIRST_NAME,
            Field.MIDDLE_NAME,
            Field.LAST_NAME,
            Field.COMPANY,
            Field.EMAIL,
            Field.EMAILS,
            Field.PHONE,
            Field.PHONES,
            Field.EXTERNAL_ID,
            Field.CUSTOMER_KEY);

    private Naming() {}

    /** The name that the row itself gives, from one column or two. */
    static @Nullable String given(Map<Field, Object> values) {
        String name = (String) values.get(Field.NAME);
        return name != null
                ? name
                : PersonName.of(
                        (String) values.get(Field.NAME_PREFIX),
                        (String) values.get(Field.FIRST_NAME),
                        (String) values.get(Field.MIDDLE_NAME),
                        (String) values.get(Field.LAST_NAME));
    }
}

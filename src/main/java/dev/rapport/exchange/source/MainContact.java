package dev.rapport.exchange.source;

import java.util.List;
import java.util.Map;

/** The first of a row's e-mails or phone numbers is the main one, whatever columns they stand in. */
final class MainContact {
    private static final String BETWEEN_VALUES = ":::";

    private MainContact() {}

    /** The field for more than one value; of other fields, the field itself. */
    static Field listOf(Field field) {
        return field == Field.EMAIL ? Field.EMAILS : field == Field.PHONE ? Field.PHONES : field;
    }

    static boolean holdsSeveral(Field field, String text) {
        return listOf(field) != field && text.contains(BETWEEN_VALUES);
    }

    /** Leaves in the list only the others. */
    static void settle(Map<Field, Object> values, Field main, Field list) {
        if (values.get(list) instanceof List<?> all) {
            if (!values.containsKey(main) && !all.isEmpty()) {
                values.put(main, all.get(0));
            }
            List<?> others =
                    all.stream().filter(it -> !it.equals(values.get(main))).toList();
            if (others.isEmpty()) {
                values.remove(list);
            } else {
                values.put(list, others);
            }
        }
    }
}

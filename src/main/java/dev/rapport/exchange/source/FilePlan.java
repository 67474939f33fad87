package dev.rapport.exchange.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything needed to read a file of a kind, with nothing left to detect. */
public record FilePlan(
        ImportKind kind,
        Dialect dialect,
        Sample sample,
        List<@Nullable Field> columns,
        Map<Field, DatePattern> dates,
        boolean datesAmbiguous,
        DecimalSign decimal,
        boolean createCustomers) {

    /** A column of several contacts has the main one too, and the other way round. */
    public boolean has(Field field) {
        return columns.contains(field)
                || switch (field) {
                    case EMAIL, EMAILS -> columns.contains(Field.EMAIL) || columns.contains(Field.EMAILS);
                    case PHONE, PHONES -> columns.contains(Field.PHONE) || columns.contains(Field.PHONES);
                    default -> false;
                };
    }

    /** The fields mapped, each once. */
    public List<Field> fields() {
        var fields = new ArrayList<Field>();
        for (Field field : columns) {
            if (field != null && !fields.contains(field)) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** The same as a mapping, so that it can be shown, changed and sent again. */
    public Mapping toMapping() {
        var names = new ArrayList<@Nullable String>();
        for (Field field : columns) {
            names.add(field == null ? null : field.code());
        }
        String date =
                dates.values().stream().findFirst().map(DatePattern::pattern).orElse(Mapping.AUTO);
        boolean oneOrder =
                dates.values().stream().map(DatePattern::pattern).distinct().count() <= 1;
        return new Mapping(
                dialect.delimiter().symbol(),
                dialect.header(),
                dialect.charset().name(),
                oneOrder ? date : Mapping.AUTO,
                decimal.symbol(),
                Collections.unmodifiableList(names),
                createCustomers);
    }

    /** What keeps the file from being imported as planned: fields that the kind can't do without. */
    public List<Reason> missing() {
        var missing = new ArrayList<Reason>();
        switch (kind) {
            case CUSTOMERS -> {
                if (fields().stream().noneMatch(Naming.FIELDS::contains)) {
                    missing.add(Reason.of("columns", "exchange.mapping.naming"));
                }
            }
            case PURCHASES -> require(missing, Field.PURCHASED_ON, Field.AMOUNT);
            case ANSWERS -> require(missing, Field.ANSWERED_ON, Field.SCORE);
            case INTERACTIONS -> require(missing, Field.OCCURRED_AT);
            case TASKS -> require(missing, Field.TITLE, Field.DUE_ON);
        }
        if (kind.needsCustomer() && Proposal.KEYS.stream().noneMatch(this::has)) {
            missing.add(Reason.of("columns", "exchange.mapping.key"));
        }
        return missing;
    }

    private void require(List<Reason> missing, Field... fields) {
        for (Field field : fields) {
            if (!has(field)) {
                missing.add(Reason.of("columns", "exchange.mapping.required", field.code()));
            }
        }
    }
}

package dev.rapport.exchange.source;

import dev.rapport.platform.SpreadsheetText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads rows as a plan says: typed values, or the reason why not. */
public final class RowReader {
    /** How address books write a birthday whose year nobody knows: there is none to be stored then. */
    private static final String NO_YEAR = "--";

    private final FilePlan plan;
    private final CellReader cells;
    private final SaleRows sales;
    private final int width;

    /** Columns in which HubSpot names all that a deal or an engagement is associated with; a record here is of one, the first. */
    private final boolean[] ofSeveral;

    public RowReader(FilePlan plan, Region region) {
        this.plan = plan;
        this.cells = new CellReader(region, plan.decimal(), plan.dates());
        this.sales = new SaleRows(plan);
        this.width = Math.max(plan.sample().width(), plan.columns().size());
        this.ofSeveral = new boolean[width];
        for (int i = 0; i < plan.sample().header().size() && i < width; i++) {
            ofSeveral[i] = HeaderNames.key(plan.sample().header().get(i)).startsWith("associated");
        }
    }

    /** Row by row in the order of the file. */
    public Outcome read(Row row) {
        Reason other = sales.passedOver(row);
        if (other != null) {
            return new Outcome.PassedOver(row, other);
        }
        try {
            Map<Field, Object> values = values(row);
            requireAll(values);
            return new Outcome.Accepted(new StagedRow(row.line(), values));
        } catch (BadCell e) {
            return new Outcome.Rejected(row, e.reason());
        } catch (RaggedRow e) {
            return new Outcome.Rejected(
                    row,
                    Reason.of(null, "exchange.row.too-many-cells", row.cells().size(), width));
        }
    }

    private Map<Field, Object> values(Row row) {
        List<String> texts = row.cells();
        for (int i = width; i < texts.size(); i++) {
            if (!texts.get(i).isBlank()) {
                throw new RaggedRow();
            }
        }
        var values = new EnumMap<Field, Object>(Field.class);
        for (int i = 0; i < texts.size() && i < plan.columns().size(); i++) {
            Field field = plan.columns().get(i);
            if (field != null && field != Field.STATUS && !texts.get(i).isBlank()) {
                String text = ofSeveral[i] ? texts.get(i).split(";", 2)[0] : texts.get(i);
                // White space around a note belongs to it.
                String typed = field.type() == FieldType.NOTE ? text : text.strip();
                put(values, field, SpreadsheetText.unescaped(typed));
            }
        }
        String name = Naming.given(values);
        if (name != null) {
            values.put(Field.NAME, name);
        }
        MainContact.settle(values, Field.EMAIL, Field.EMAILS);
        MainContact.settle(values, Field.PHONE, Field.PHONES);
        return values;
    }

    private void put(Map<Field, Object> values, Field field, String text) {
        if (field == Field.BIRTHDAY && text.startsWith(NO_YEAR)) {
            return;
        }
        Field into = MainContact.holdsSeveral(field, text) ? MainContact.listOf(field) : field;
        Object value = cells.read(into, text);
        if (value instanceof List<?> more && values.get(into) instanceof List<?> some) {
            values.put(
                    into, Stream.concat(some.stream(), more.stream()).distinct().toList());
        } else {
            values.put(into, value);
        }
    }

    private void requireAll(Map<Field, Object> values) {
        switch (plan.kind()) {
            case CUSTOMERS -> {
                if (Naming.FIELDS.stream().noneMatch(values::containsKey)) {
                    throw new BadCell(Field.NAME, "exchange.row.nameless");
                }
            }
            case PURCHASES -> require(values, Field.PURCHASED_ON, Field.AMOUNT);
            case ANSWERS -> require(values, Field.ANSWERED_ON, Field.SCORE);
            case INTERACTIONS -> require(values, Field.OCCURRED_AT);
            case TASKS -> require(values, Field.TITLE, Field.DUE_ON);
        }
        boolean keyless = !values.containsKey(Field.EXTERNAL_ID)
                && !values.containsKey(Field.EMAIL)
                && !values.containsKey(Field.PHONE)
                && !values.containsKey(Field.CUSTOMER_KEY);
        boolean named = values.containsKey(Field.NAME) || values.containsKey(Field.COMPANY);
        if (keyless && (plan.kind().needsCustomer() || plan.kind().isFact() && named)) {
            throw new BadCell(Field.EXTERNAL_ID, "exchange.row.customerless");
        }
    }

    private static void require(Map<Field, Object> values, Field... fields) {
        for (Field field : fields) {
            if (!values.containsKey(field)) {
                throw new BadCell(field, "exchange.row.missing", field.code());
            }
        }
    }

    private static final class RaggedRow extends RuntimeException {
        RaggedRow() {
            super(null, null, false, false);
        }
    }
}

package dev.rapport.customer;

import dev.rapport.platform.Cursor;
import dev.rapport.platform.Refused;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;

/** What a list of customers is sorted by, each served by an index from either end. */
public enum CustomerSort {
    NAME("c.sort_key", "c.id") {
        @Override
        String read(ResultSet row) throws SQLException {
            return HexFormat.of().formatHex(row.getBytes(PLACE));
        }

        @Override
        Object parse(String value) {
            return HexFormat.of().parseHex(value);
        }
    },
    CONTACT("coalesce(s.last_contact_at, '-infinity')", "s.customer_id"),
    WORTH("s.revenue", "s.customer_id") {
        @Override
        String read(ResultSet row) throws SQLException {
            return row.getBigDecimal(PLACE).toPlainString();
        }

        @Override
        Object parse(String value) {
            return new BigDecimal(value);
        }
    },
    ADDED("c.created_at", "c.id");

    static final String PLACE = "place";
    private final String column;
    private final String id;

    CustomerSort(String column, String id) {
        this.column = column;
        this.id = id;
    }

    /** Names begin at A; money and moments with the most and the latest. */
    public boolean isDescendingFirst() {
        return this != NAME;
    }

    /** By a column of the customer's own row, not of the summary's. */
    boolean isOfCustomer() {
        return id.equals("c.id");
    }

    String column() {
        return column;
    }

    String orderBy(boolean descending) {
        String direction = descending ? " DESC" : "";
        return column + direction + ", " + id + direction;
    }

    String after(boolean descending) {
        return "(%s, %s) %s (:place, :id)".formatted(column, id, descending ? "<" : ">");
    }

    String read(ResultSet row) throws SQLException {
        OffsetDateTime moment = row.getObject(PLACE, OffsetDateTime.class);
        return moment.equals(OffsetDateTime.MIN) ? "" : moment.toInstant().toString();
    }

    Object parse(String value) {
        // The driver takes the earliest for -infinity: never yet.
        return value.isEmpty() ? OffsetDateTime.MIN : Instant.parse(value).atOffset(ZoneOffset.UTC);
    }

    /** @throws Refused when the cursor is of another order */
    Object place(Cursor cursor) {
        try {
            return parse(cursor.value());
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new Refused("after", "platform.refused.cursor");
        }
    }
}

package dev.rapport.exchange.source;

/** What a cell must hold to be a value of the field, and the type of its staging column. */
enum FieldType {
    LINE("text"),
    NOTE("text"),
    EMAIL("text"),
    EMAILS("text[]"),
    PHONES("text[]"),
    PERSON("text"),
    FLAG("boolean"),
    DAY("date"),
    MOMENT("timestamptz"),
    TIME("time"),
    MONEY("numeric(19,4)"),
    RATE("numeric"),
    SCORE("smallint"),
    CURRENCY("text"),
    COUNTRY("text"),
    STAGE("text"),
    SURVEY("text"),
    CONTACT("text"),
    DIRECTION("text"),
    TAGS("text[]");

    private final String sqlType;

    FieldType(String sqlType) {
        this.sqlType = sqlType;
    }

    String sqlType() {
        return sqlType;
    }

    boolean isDate() {
        return this == DAY || this == MOMENT;
    }

    /** Several columns may hold some of the same. */
    boolean isList() {
        return this == TAGS || this == EMAILS || this == PHONES;
    }

    boolean isChoice() {
        return switch (this) {
            case STAGE, SURVEY, CONTACT, DIRECTION, PERSON, FLAG -> true;
            default -> false;
        };
    }

    boolean isNumber() {
        return this == MONEY || this == RATE;
    }
}

package dev.rapport.exchange.source;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a column can be; the names are the API's. */
public enum Field {
    PURCHASE_ID(ImportKind.PURCHASES, "purchaseId", FieldType.LINE),
    PURCHASED_ON(ImportKind.PURCHASES, "purchasedOn", FieldType.DAY),
    AMOUNT(ImportKind.PURCHASES, "amount", FieldType.MONEY),
    CURRENCY(ImportKind.PURCHASES, "currency", FieldType.CURRENCY),
    RATE(ImportKind.PURCHASES, "rate", FieldType.RATE),
    COST(ImportKind.PURCHASES, "cost", FieldType.MONEY),
    PRODUCT(ImportKind.PURCHASES, "product", FieldType.LINE),
    REFUND_OF(ImportKind.PURCHASES, "refundOf", FieldType.LINE),
    NOTE(ImportKind.PURCHASES, "note", FieldType.NOTE),
    /** Read to leave out what is no purchase; not stored. */
    STATUS(ImportKind.PURCHASES, "status", FieldType.LINE),

    ANSWER_ID(ImportKind.ANSWERS, "answerId", FieldType.LINE),
    SURVEY(ImportKind.ANSWERS, "survey", FieldType.SURVEY),
    SCORE(ImportKind.ANSWERS, "score", FieldType.SCORE),
    ANSWERED_ON(ImportKind.ANSWERS, "answeredOn", FieldType.DAY),
    COMMENT(ImportKind.ANSWERS, "comment", FieldType.NOTE),
    EXPECTED(ImportKind.ANSWERS, "expected", FieldType.SCORE),

    INTERACTION_ID(ImportKind.INTERACTIONS, "interactionId", FieldType.LINE),
    KIND(ImportKind.INTERACTIONS, "kind", FieldType.CONTACT),
    DIRECTION(ImportKind.INTERACTIONS, "direction", FieldType.DIRECTION),
    OCCURRED_AT(ImportKind.INTERACTIONS, "occurredAt", FieldType.MOMENT),
    SUBJECT(ImportKind.INTERACTIONS, "subject", FieldType.LINE),
    BODY(ImportKind.INTERACTIONS, "body", FieldType.NOTE),
    PURPOSE(ImportKind.INTERACTIONS, "purpose", FieldType.LINE),
    OUTCOME(ImportKind.INTERACTIONS, "outcome", FieldType.LINE),

    TASK_ID(ImportKind.TASKS, "taskId", FieldType.LINE),
    TITLE(ImportKind.TASKS, "title", FieldType.LINE),
    DUE_ON(ImportKind.TASKS, "dueOn", FieldType.DAY),
    DUE_TIME(ImportKind.TASKS, "dueTime", FieldType.TIME),
    DONE_AT(ImportKind.TASKS, "doneAt", FieldType.MOMENT),

    /** The number under which an export knows the customer, for those who have nothing else to be told by. */
    CUSTOMER_KEY(ImportKind.CUSTOMERS, "customerKey", FieldType.LINE),
    EXTERNAL_ID(ImportKind.CUSTOMERS, "externalId", FieldType.LINE),
    EMAIL(ImportKind.CUSTOMERS, "email", FieldType.EMAIL),
    PHONE(ImportKind.CUSTOMERS, "phone", FieldType.LINE),
    EMAILS(ImportKind.CUSTOMERS, "emails", FieldType.EMAILS),
    PHONES(ImportKind.CUSTOMERS, "phones", FieldType.PHONES),
    NAME(ImportKind.CUSTOMERS, "name", FieldType.LINE),
    NAME_PREFIX(ImportKind.CUSTOMERS, "namePrefix", FieldType.LINE),
    FIRST_NAME(ImportKind.CUSTOMERS, "firstName", FieldType.LINE),
    MIDDLE_NAME(ImportKind.CUSTOMERS, "middleName", FieldType.LINE),
    LAST_NAME(ImportKind.CUSTOMERS, "lastName", FieldType.LINE),
    PERSON_OR_COMPANY(ImportKind.CUSTOMERS, "kind", FieldType.PERSON),
    COMPANY(ImportKind.CUSTOMERS, "company", FieldType.LINE),
    ROLE(ImportKind.CUSTOMERS, "role", FieldType.LINE),
    SOURCE(ImportKind.CUSTOMERS, "source", FieldType.LINE),
    STAGE(ImportKind.CUSTOMERS, "stage", FieldType.STAGE),
    LANGUAGE(ImportKind.CUSTOMERS, "language", FieldType.LINE),
    COUNTRY(ImportKind.CUSTOMERS, "country", FieldType.COUNTRY),
    CITY(ImportKind.CUSTOMERS, "city", FieldType.LINE),
    ADDRESS(ImportKind.CUSTOMERS, "address", FieldType.LINE),
    WEBSITE(ImportKind.CUSTOMERS, "website", FieldType.LINE),
    BIRTHDAY(ImportKind.CUSTOMERS, "birthday", FieldType.DAY),
    ACQUIRED_ON(ImportKind.CUSTOMERS, "acquiredOn", FieldType.DAY),
    TAGS(ImportKind.CUSTOMERS, "tags", FieldType.TAGS),
    NEEDS(ImportKind.CUSTOMERS, "needs", FieldType.NOTE),
    ABOUT(ImportKind.CUSTOMERS, "about", FieldType.NOTE),
    ARCHIVED(ImportKind.CUSTOMERS, "archived", FieldType.FLAG);

    private static final Set<Field> ONLY_OF_CUSTOMER_FILES = EnumSet.of(PERSON_OR_COMPANY, ARCHIVED);

    private static final Set<Field> PARTS_OF_NAME = EnumSet.of(NAME_PREFIX, FIRST_NAME, MIDDLE_NAME, LAST_NAME);

    private final ImportKind kind;
    private final String code;
    private final FieldType type;

    Field(ImportKind kind, String code, FieldType type) {
        this.kind = kind;
        this.code = code;
        this.type = type;
    }

    /** The name in a mapping. */
    public String code() {
        return code;
    }

    /** The name of its column in the staging table. */
    public String column() {
        return this == PERSON_OR_COMPANY ? code : name().toLowerCase(Locale.ROOT);
    }

    public String sqlType() {
        return type.sqlType();
    }

    /** Some are only read to make or judge others. */
    public boolean isStored() {
        return !isPartOfName() && this != STATUS;
    }

    /** Of several columns that make one name. */
    public boolean isPartOfName() {
        return PARTS_OF_NAME.contains(this);
    }

    public boolean isOfCustomer() {
        return kind == ImportKind.CUSTOMERS;
    }

    FieldType type() {
        return type;
    }

    /** The fields that a row of the kind may have, its own first; a fact's row may describe its customer too. */
    public static List<Field> of(ImportKind kind) {
        return Arrays.stream(values())
                .filter(it -> it.kind == kind || it.isOfCustomer() && !ONLY_OF_CUSTOMER_FILES.contains(it))
                .toList();
    }

    public static Optional<Field> of(ImportKind kind, String code) {
        return of(kind).stream().filter(it -> it.code.equals(code)).findFirst();
    }
}

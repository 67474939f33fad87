package dev.rapport.exchange.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Proposes what each column is: from the header where there is one, then from the content for what is still missing. */
final class Proposal {
    /** Any of these tells who the customer is. */
    static final Set<Field> KEYS =
            Set.of(Field.CUSTOMER_KEY, Field.EXTERNAL_ID, Field.EMAIL, Field.PHONE, Field.EMAILS, Field.PHONES);

    private final ImportKind kind;
    private final @Nullable Field[] columns;
    private final List<ColumnContent> content = new ArrayList<>();
    private final Sample sample;

    private Proposal(ImportKind kind, Sample sample) {
        this.kind = kind;
        this.sample = sample;
        this.columns = new Field[sample.width()];
        for (int i = 0; i < columns.length; i++) {
            content.add(new ColumnContent(ReasonColumn.is(sample, i) ? List.of() : sample.column(i)));
        }
    }

    static List<@Nullable Field> of(ImportKind kind, Sample sample) {
        List<@Nullable Field> known = KnownFile.columns(kind, sample);
        if (known != null) {
            return known;
        }
        var proposal = new Proposal(kind, sample);
        proposal.byHeader();
        proposal.byContent();
        return Arrays.asList(proposal.columns);
    }

    private void byHeader() {
        for (int i = 0; i < sample.header().size(); i++) {
            String header = sample.header().get(i);
            Optional<Field> named = HeaderNames.field(kind, header);
            if (named.isEmpty() || ReasonColumn.is(sample, i) || !fits(named.get(), header, content.get(i))) {
                continue;
            }
            Field field =
                    has(named.get()) && kind == ImportKind.CUSTOMERS ? MainContact.listOf(named.get()) : named.get();
            if (!has(field) || field.type().isList()) {
                columns[i] = field;
            }
        }
        ownId().filter(this::isRepeated).filter(it -> hasKey()).ifPresent(it -> columns[indexOf(it)] = null);
        if (kind.needsCustomer() && !hasKey()) {
            ownId().filter(this::isPlainId).ifPresent(it -> replace(it, Field.EXTERNAL_ID));
        }
        if (kind.needsCustomer() && !hasKey()) {
            replace(Field.NAME, Field.EXTERNAL_ID);
        }
    }

    /** Many programs have a type or a status of their own: what holds none of our words is left out. */
    private static boolean fits(Field field, String header, ColumnContent content) {
        boolean ours = HeaderNames.key(field.code()).equals(HeaderNames.key(header));
        return ours || !field.type().isChoice() || content.knows(field.type());
    }

    private void byContent() {
        if (!hasKey() || sample.header().isEmpty()) {
            put(Field.EMAIL, first(ColumnContent::isEmail));
        }
        switch (kind) {
            case CUSTOMERS -> customers();
            case PURCHASES -> {
                put(Field.PURCHASED_ON, first(ColumnContent::isDate));
                put(Field.AMOUNT, last(ColumnContent::isDecimal).or(() -> last(it -> it.isNumber() && !it.isDate())));
                identify(Field.PURCHASED_ON);
            }
            case ANSWERS -> {
                put(Field.ANSWERED_ON, first(ColumnContent::isDate));
                put(Field.SURVEY, first(it -> it.isOneOf(Set.of("nps", "csat", "ces"))));
                put(Field.SCORE, last(it -> it.isWholeBetween(0, 10)));
                identify(Field.ANSWERED_ON);
                putWithoutHeader(Field.COMMENT, last(ColumnContent::isText));
            }
            case TASKS -> {
                put(Field.DUE_ON, first(ColumnContent::isDate));
                put(Field.TITLE, first(ColumnContent::isText));
            }
            case INTERACTIONS -> {
                put(Field.OCCURRED_AT, first(ColumnContent::isDate));
                put(Field.KIND, first(it -> it.isOneOf(Words.contacts())));
                identify(Field.OCCURRED_AT);
                putWithoutHeader(Field.BODY, last(ColumnContent::isText));
            }
        }
    }

    private void customers() {
        if (sample.header().isEmpty()) {
            put(Field.PHONE, first(ColumnContent::isPhone));
            put(Field.NAME, first(it -> it.isText() && !it.isIdentifier()));
            put(Field.EXTERNAL_ID, first(ColumnContent::isIdentifier));
        }
    }

    /** Where several columns could tell the customer, the one nearest before the date does. */
    private void identify(Field date) {
        if (hasKey()) {
            return;
        }
        int day = indexOf(date);
        Optional<Integer> nearest = Optional.empty();
        for (int i = 0; i < columns.length; i++) {
            boolean better = nearest.isEmpty() || i < day;
            if (columns[i] == null && content.get(i).isIdentifier() && better) {
                nearest = Optional.of(i);
            }
        }
        put(Field.EXTERNAL_ID, nearest.or(() -> first(ColumnContent::isText)));
    }

    private void putWithoutHeader(Field field, Optional<Integer> column) {
        if (sample.header().isEmpty()) {
            put(field, column);
        }
    }

    private void put(Field field, Optional<Integer> column) {
        if (!has(field)) {
            column.ifPresent(it -> columns[it] = field);
        }
    }

    private Optional<Integer> first(Predicate<ColumnContent> test) {
        for (int i = 0; i < columns.length; i++) {
            if (columns[i] == null && test.test(content.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Optional<Integer> last(Predicate<ColumnContent> test) {
        for (int i = columns.length - 1; i >= 0; i--) {
            if (columns[i] == null && test.test(content.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private Optional<Field> ownId() {
        return Optional.ofNullable(
                switch (kind) {
                    case PURCHASES -> Field.PURCHASE_ID;
                    case ANSWERS -> Field.ANSWER_ID;
                    case INTERACTIONS -> Field.INTERACTION_ID;
                    case TASKS -> Field.TASK_ID;
                    case CUSTOMERS -> null;
                });
    }

    /**
     * The number of an order stands on each of its lines: it can't tell one purchase from another, unless the lines share one
     * amount.
     */
    private boolean isRepeated(Field ownId) {
        int index = indexOf(ownId);
        int amount = indexOf(Field.AMOUNT);
        if (index < 0 || amount >= 0 && SaleRows.isTotal(sample.header(), amount)) {
            return false;
        }
        List<String> values = sample.rows().stream()
                .filter(it -> amount < 0
                        || amount < it.cells().size() && !it.cells().get(amount).isBlank())
                .filter(it -> index < it.cells().size())
                .map(it -> it.cells().get(index).strip())
                .filter(it -> !it.isEmpty())
                .toList();
        return values.stream().distinct().count() < values.size();
    }

    private boolean isPlainId(Field ownId) {
        int index = indexOf(ownId);
        return index >= 0
                && Set.of("id", "编号").contains(HeaderNames.key(sample.header().get(index)));
    }

    private void replace(Field from, Field to) {
        int index = indexOf(from);
        if (index >= 0) {
            columns[index] = to;
        }
    }

    private boolean hasKey() {
        return KEYS.stream().anyMatch(this::has);
    }

    private boolean has(Field field) {
        return indexOf(field) >= 0;
    }

    private int indexOf(Field field) {
        return Arrays.asList(columns).indexOf(field);
    }
}

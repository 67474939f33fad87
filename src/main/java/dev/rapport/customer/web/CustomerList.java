package dev.rapport.customer.web;

import dev.rapport.customer.CustomerFilter;
import dev.rapport.customer.CustomerSort;
import dev.rapport.customer.LifecycleStage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the list of customers shows, and the addresses of the same list shown otherwise. */
record CustomerList(CustomerFilter filter, CustomerSort sort, boolean descending) {

    /** @param sort a name of {@link CustomerSort} in lower case, with a minus in front for the other end first */
    static CustomerList of(CustomerFilter filter, @Nullable String sort) {
        for (CustomerSort each : CustomerSort.values()) {
            String name = name(each);
            if (name.equals(sort)) {
                return new CustomerList(filter, each, each.isDescendingFirst());
            }
            if (("-" + name).equals(sort)) {
                return new CustomerList(filter, each, !each.isDescendingFirst());
            }
        }
        return new CustomerList(filter, CustomerSort.NAME, false);
    }

    /** The value of {@code aria-sort}; null for a column that the list is not sorted by. */
    public @Nullable String order(String column) {
        return !name(sort).equals(column) ? null : descending ? "descending" : "ascending";
    }

    /** A second click on a header turns the order round. */
    public String sortedBy(String column) {
        boolean again = name(sort).equals(column) && descending == sort.isDescendingFirst();
        return address(filter, again ? "-" + column : column, null);
    }

    public String inStage(@Nullable LifecycleStage stage) {
        return address(new CustomerFilter(filter.query(), stage, filter.tag(), filter.archived()), sortName(), null);
    }

    public String withTag(@Nullable String tag) {
        return address(new CustomerFilter(filter.query(), filter.stage(), tag, filter.archived()), sortName(), null);
    }

    public String archived(boolean archived) {
        return address(new CustomerFilter(filter.query(), filter.stage(), filter.tag(), archived), sortName(), null);
    }

    public String unfiltered() {
        return address(new CustomerFilter(null, null, null, filter.archived()), sortName(), null);
    }

    /** Null without a cursor: there is no more. */
    public @Nullable String after(@Nullable String cursor) {
        return cursor == null ? null : address(filter, sortName(), cursor);
    }

    public String sortName() {
        return (descending == sort.isDescendingFirst() ? "" : "-") + name(sort);
    }

    private static String name(CustomerSort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static String address(CustomerFilter filter, String sort, @Nullable String after) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/customers");
        add(address, "query", filter.query());
        add(address, "stage", filter.stage() == null ? null : filter.stage().name());
        add(address, "tag", filter.tag());
        add(address, "archived", filter.archived() ? "true" : null);
        add(address, "sort", sort.equals("name") ? null : sort);
        add(address, "after", after);
        return address.encode().build().toUriString();
    }

    /** As a template variable, so that every character of it is encoded. */
    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }
}

package dev.rapport.metrics.web;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A table of a page that can be taken along as a file, made of the very model that the page is drawn from.
 *
 * @param view the page
 * @param there whether the page shows it
 */
record PageTable(String view, String name, Predicate<TablePage> there, Function<TablePage, TableRows<?>> rows) {

    static PageTable of(String view, String name, Function<TablePage, TableRows<?>> rows) {
        return new PageTable(view, name, page -> true, rows);
    }

    /** Only where the model holds something under that name. */
    PageTable where(String attribute) {
        return new PageTable(view, name, page -> page.has(attribute), rows);
    }

    /** Declares the tables of a family of pages; a bean. */
    interface Family {
        List<PageTable> tables();
    }
}

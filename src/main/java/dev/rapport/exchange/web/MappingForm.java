package dev.rapport.exchange.web;

import dev.rapport.exchange.ImportDetails;
import dev.rapport.exchange.source.Mapping;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the founder says a file is to be read. */
record MappingForm(
        String kind,
        @Nullable String delimiter,
        @Nullable Boolean header,
        @Nullable String encoding,
        @Nullable String dateFormat,
        @Nullable String decimal,
        @Nullable List<@Nullable String> columns,
        @Nullable Boolean createCustomers) {

    static MappingForm of(ImportDetails draft) {
        Mapping it = draft.mapping();
        return new MappingForm(
                draft.kind().code(),
                it.delimiter(),
                it.header(),
                it.encoding(),
                it.dateFormat(),
                it.decimal(),
                it.columns(),
                it.createCustomers());
    }

    Mapping toMapping() {
        var names = new ArrayList<@Nullable String>();
        if (columns != null) {
            columns.forEach(it -> names.add(it == null || it.isEmpty() ? null : it));
        }
        return new Mapping(
                delimiter,
                header,
                encoding,
                dateFormat,
                decimal,
                columns == null ? null : names,
                Boolean.TRUE.equals(createCustomers));
    }
}

package dev.rapport.metrics.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** Addresses of the tables of a page, asked for as the page was. */
final class TableLinks {

    private final UriComponentsBuilder page;

    private TableLinks(UriComponentsBuilder page) {
        this.page = page;
    }

    static TableLinks of(HttpServletRequest request) {
        UriComponentsBuilder page = UriComponentsBuilder.fromPath(request.getRequestURI());
        for (Map.Entry<String, String[]> asked : request.getParameterMap().entrySet()) {
            Arrays.stream(asked.getValue())
                    .filter(value -> !value.isEmpty())
                    .forEach(value -> page.queryParam(encoded(asked.getKey()), encoded(value)));
        }
        return new TableLinks(page);
    }

    public String href(String table, String format) {
        return page.cloneBuilder()
                .replaceQueryParam("table", encoded(table))
                .replaceQueryParam("format", format)
                .build(true)
                .toUriString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}

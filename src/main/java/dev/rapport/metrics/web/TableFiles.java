package dev.rapport.metrics.web;

import dev.rapport.platform.BusinessSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Any page of numbers asked for with {@code ?format=csv} or {@code json} answers one of its tables, {@code &table=…}, instead of
 * itself: what the page was to show is there by then, so a file can't say anything else.
 */
@Component
class TableFiles implements HandlerInterceptor {

    private static final Set<String> FORMATS = Set.of("csv", "json");

    private final ObjectProvider<PageTable.Family> families;
    private final MessageSource messages;
    private final BusinessSettings business;
    private final JsonMapper mapper;

    TableFiles(
            ObjectProvider<PageTable.Family> families,
            MessageSource messages,
            BusinessSettings business,
            JsonMapper mapper) {
        this.families = families;
        this.messages = messages;
        this.business = business;
        this.mapper = mapper;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page)
            throws Exception {
        String view = page == null ? null : page.getViewName();
        if (page == null || view == null || !request.getMethod().equals("GET")) {
            return;
        }
        List<PageTable> tables = families.stream()
                .flatMap(family -> family.tables().stream())
                .filter(table -> table.view().equals(view))
                .toList();
        if (tables.isEmpty()) {
            return;
        }
        String format = request.getParameter("format");
        if (format == null) {
            page.addObject("files", TableLinks.of(request));
            return;
        }
        TablePage content = new TablePage(
                page.getModel(),
                messages,
                RequestContextUtils.getLocale(request),
                business.currency().getCurrencyCode());
        String name = request.getParameter("table");
        PageTable wanted = tables.stream()
                .filter(table -> name == null || table.name().equals(name))
                .filter(table -> table.there().test(content))
                .findFirst()
                .orElse(null);
        if (wanted == null || !FORMATS.contains(format)) {
            page.clear();
            response.sendError(wanted == null ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        page.setView(file(new TableFile(wanted.name(), wanted.rows().apply(content)), format));
    }

    private View file(TableFile file, String format) {
        boolean csv = format.equals("csv");
        return new View() {
            @Override
            public String getContentType() {
                return csv ? "text/csv;charset=UTF-8" : "application/json;charset=UTF-8";
            }

            @Override
            public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                    throws Exception {
                response.setContentType(getContentType());
                response.setHeader(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("rapport-" + file.name() + "-" + business.today() + "." + format)
                                .build()
                                .toString());
                if (csv) {
                    file.csv(response.getWriter());
                } else {
                    file.json(response.getWriter(), mapper);
                }
            }
        };
    }
}

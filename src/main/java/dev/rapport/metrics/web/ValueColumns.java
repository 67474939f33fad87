package dev.rapport.metrics.web;

import dev.rapport.customer.CustomerColumns;
import dev.rapport.metrics.predictive.CustomerValue;
import dev.rapport.metrics.predictive.CustomerValues;
import dev.rapport.metrics.predictive.CustomerWorths;
import dev.rapport.platform.BusinessSettings;
import dev.rapport.platform.web.Formats;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What each customer of a list is expected to bring. In words already: fifty rows in a template would take a third of the page's time. */
@Component
class ValueColumns implements CustomerColumns {

    record Row(String alive, String purchases, String value, String range, String href) {}

    record Rows(LocalDate fitted, int months, Map<Long, Row> rows) {
        public @Nullable Row of(long customer) {
            return rows.get(customer);
        }
    }

    private final CustomerValues values;
    private final BusinessSettings business;
    private final MessageSource messages;

    ValueColumns(CustomerValues values, BusinessSettings business, MessageSource messages) {
        this.values = values;
        this.business = business;
        this.messages = messages;
    }

    @Override
    public String template() {
        return "metrics/_worth";
    }

    @Override
    public Map<String, Object> model(List<Long> customerIds) {
        return values.of(customerIds)
                .map(found -> Map.<String, Object>of("customerWorths", rows(found)))
                .orElse(Map.of());
    }

    private Rows rows(CustomerWorths found) {
        Locale locale = LocaleContextHolder.getLocale();
        Formats formats = new Formats(locale, business, messages);
        String toCome = messages.getMessage("metrics.list.purchases", null, locale);
        String once = messages.getMessage("metrics.list.once", null, locale);
        Map<Long, Row> rows = new HashMap<>();
        found.values().forEach((id, value) -> rows.put(id, row(id, value, formats, toCome, once)));
        return new Rows(found.fitted(), found.months(), rows);
    }

    /** Of who has bought once the model can only say 100%, which says nothing. */
    private static Row row(long id, CustomerValue value, Formats formats, String toCome, String once) {
        return new Row(
                value.buyer().x() == 0 ? once : formats.percent(value.alivePercent(), 0),
                toCome.formatted(formats.number(value.purchases(), 1)),
                formats.wholeMoney(value.revenue()),
                value.low() == null ? "" : formats.wholeMoney(value.low()) + " – " + formats.wholeMoney(value.high()),
                "/customers/" + id + "#value-title");
    }
}

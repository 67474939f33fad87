package dev.rapport.platform.web;

import java.security.Principal;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.web.servlet.IServletWebApplication;
import org.thymeleaf.web.servlet.IServletWebExchange;
import org.thymeleaf.web.servlet.IServletWebRequest;
import org.thymeleaf.web.servlet.IServletWebSession;

/**
 * A request whose attributes are asked for once while a page is drawn: what a template calls a variable is one, each is asked
 * for hundreds of times, and a dozen filters stand before it.
 */
final class AttributesAtHand implements IServletWebExchange {
    private final IServletWebExchange exchange;
    private final Map<String, @Nullable Object> known = new HashMap<>();

    AttributesAtHand(IServletWebExchange exchange) {
        this.exchange = exchange;
    }

    @Override
    public @Nullable Object getAttributeValue(String name) {
        Object value = known.get(name);
        if (value == null && !known.containsKey(name)) {
            value = exchange.getAttributeValue(name);
            known.put(name, value);
        }
        return value;
    }

    @Override
    public void setAttributeValue(String name, @Nullable Object value) {
        known.put(name, value);
        exchange.setAttributeValue(name, value);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return exchange.getAttributeNames();
    }

    @Override
    public Object getNativeRequestObject() {
        return exchange.getNativeRequestObject();
    }

    @Override
    public Object getNativeResponseObject() {
        return exchange.getNativeResponseObject();
    }

    @Override
    public IServletWebRequest getRequest() {
        return exchange.getRequest();
    }

    @Override
    public IServletWebSession getSession() {
        return exchange.getSession();
    }

    @Override
    public IServletWebApplication getApplication() {
        return exchange.getApplication();
    }

    @Override
    public @Nullable Principal getPrincipal() {
        return exchange.getPrincipal();
    }

    @Override
    public Locale getLocale() {
        return exchange.getLocale();
    }

    @Override
    public String getContentType() {
        return exchange.getContentType();
    }

    @Override
    public String getCharacterEncoding() {
        return exchange.getCharacterEncoding();
    }

    @Override
    public String transformURL(String url) {
        return exchange.transformURL(url);
    }
}

package dev.rapport.platform.web;

import dev.rapport.platform.DatabaseAway;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;
import tools.jackson.databind.json.JsonMapper;

/** Says what is wrong, without the database: a page that holds what was typed, a sentence for htmx, a problem for a program. */
@Component
class FaultAnswer {
    private static final String VIEW = "fault";
    private final ThymeleafViewResolver views;
    private final MessageSource messages;
    private final JsonMapper json;
    private final ResourceUrlProvider files;

    FaultAnswer(ThymeleafViewResolver views, MessageSource messages, JsonMapper json, ResourceUrlProvider files) {
        this.views = views;
        this.files = files;
        this.messages = messages;
        this.json = json;
    }

    void write(Fault fault, Throwable cause, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        Locale asked = LanguageResolver.asked(request);
        Locale locale = asked == null ? Locale.ENGLISH : asked;
        boolean inDoubt = DatabaseAway.leavesCommitOpen(cause);
        response.setStatus(fault.status().value());
        response.setHeader(HttpHeaders.RETRY_AFTER, Integer.toString(fault.retryAfter()));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        String text = text("fault." + (inDoubt ? "doubt" : fault.key()), locale);
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail problem = ProblemDetail.forStatusAndDetail(fault.status(), text);
            problem.setInstance(URI.create(request.getRequestURI()));
            write(json.writeValueAsBytes(problem), MediaType.APPLICATION_PROBLEM_JSON_VALUE, response);
        } else if (request.getHeader("HX-Request") != null) {
            write(text.getBytes(StandardCharsets.UTF_8), "text/plain;charset=UTF-8", response);
        } else {
            page(model(fault, text, request), locale, request, response);
        }
    }

    private static Map<String, Object> model(Fault fault, String text, HttpServletRequest request) {
        Map<String, Object> model = new HashMap<>();
        model.put("fault", fault.key());
        model.put("explanation", text);
        model.put("theme", Preferences.theme(request));
        model.put("read", request.getMethod().equals("GET"));
        HeldForm.of(request).ifPresent(held -> model.put("held", held));
        String query = request.getQueryString();
        model.put("again", request.getRequestURI() + (query == null ? "" : "?" + query));
        return model;
    }

    private void page(
            Map<String, Object> model, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, new Fixed(locale));
        try {
            View view = Objects.requireNonNull(views.resolveViewName(VIEW, locale));
            response.setContentType("text/html;charset=UTF-8");
            view.render(model, request, new Versioned(response));
        } catch (IOException | ServletException | RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private static void write(byte[] body, String type, HttpServletResponse response) throws IOException {
        response.setContentType(type);
        response.getOutputStream().write(body);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    /** Addresses of static files with their hash, or a browser would keep today's for ever. */
    private final class Versioned extends HttpServletResponseWrapper {
        private Versioned(HttpServletResponse response) {
            super(response);
        }

        @Override
        public String encodeURL(String url) {
            String versioned = files.getForLookupPath(url);
            return versioned == null ? url : versioned;
        }
    }

    private record Fixed(Locale locale) implements LocaleResolver {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return locale;
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale wanted) {
            throw new UnsupportedOperationException("The language is a setting of the account");
        }
    }
}

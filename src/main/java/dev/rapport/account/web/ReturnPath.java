package dev.rapport.account.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Where a visitor was going before signing in: kept in a cookie, so that strangers leave no session behind. */
final class ReturnPath {
    private static final String COOKIE = "return";
    private static final int LONGEST = 2000;

    private ReturnPath() {}

    /** A page that was asked for; for anything else the page that it was sent from. */
    static void remember(HttpServletRequest request, HttpServletResponse response) {
        boolean page = "GET".equals(request.getMethod()) && request.getHeader("HX-Request") == null;
        String path = page ? asked(request) : sentFrom(request);
        if (path != null && isOurs(path)) {
            String value =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(path.getBytes(StandardCharsets.UTF_8));
            write(value, Duration.ofHours(12), request, response);
        }
    }

    /** The remembered path, once. */
    static Optional<String> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) {
            return Optional.empty();
        }
        write("", Duration.ZERO, request, response);
        try {
            String path = new String(Base64.getUrlDecoder().decode(cookie.getValue()), StandardCharsets.UTF_8);
            return isOurs(path) ? Optional.of(path) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static @Nullable String sentFrom(HttpServletRequest request) {
        String referer = request.getHeader(HttpHeaders.REFERER);
        try {
            URI page = referer == null ? null : new URI(referer);
            if (page == null || !request.getServerName().equalsIgnoreCase(page.getHost())) {
                return null;
            }
            return page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** A path on this host: nothing that a browser could read as another host, or Spring as a template. */
    static boolean isOurs(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.startsWith("//")
                && path.chars().allMatch(c -> c > ' ' && c < 127 && "\\{}".indexOf(c) < 0)
                && !path.startsWith("/login");
    }

    private static void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, value)
                .path("/")
                .httpOnly(true)
                .sameSite("Lax")
                .secure(request.isSecure())
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}

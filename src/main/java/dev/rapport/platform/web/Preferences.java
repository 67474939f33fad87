package dev.rapport.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** How this browser likes its pages; kept in cookies, since a phone and a laptop may differ. */
final class Preferences {
    static final String THEME = "theme";
    static final String SHORTCUTS = "shortcuts";
    private static final Set<String> THEMES = Set.of("light", "dark", "system");

    private Preferences() {}

    static String theme(HttpServletRequest request) {
        String chosen = value(request, THEME);
        return chosen != null && THEMES.contains(chosen) ? chosen : "system";
    }

    static boolean shortcuts(HttpServletRequest request) {
        return !"off".equals(value(request, SHORTCUTS));
    }

    static boolean isTheme(String value) {
        return THEMES.contains(value);
    }

    /** Readable by script: the theme is applied before the page is drawn, also where the server rendered no choice. */
    static ResponseCookie cookie(String name, String value, boolean secure) {
        return ResponseCookie.from(name, value)
                .path("/")
                .sameSite("Lax")
                .secure(secure)
                .maxAge(Duration.ofDays(365))
                .build();
    }

    private static @Nullable String value(HttpServletRequest request, String name) {
        Cookie cookie = WebUtils.getCookie(request, name);
        return cookie == null ? null : cookie.getValue();
    }
}

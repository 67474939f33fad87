package dev.rapport.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Light, dark or system; shortcuts on or off: for this browser. */
@Controller
class PreferencesController {
    @PostMapping("/preferences")
    String change(
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String shortcuts,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (theme != null && Preferences.isTheme(theme)) {
            add(response, Preferences.THEME, theme, request.isSecure());
        }
        if (shortcuts != null) {
            add(response, Preferences.SHORTCUTS, shortcuts.equals("off") ? "off" : "on", request.isSecure());
        }
        return "redirect:" + pageBefore(request.getHeader(HttpHeaders.REFERER));
    }

    private static void add(HttpServletResponse response, String name, String value, boolean secure) {
        response.addHeader(
                HttpHeaders.SET_COOKIE, Preferences.cookie(name, value, secure).toString());
    }

    /** Only path and query of the page before, so that nobody can be sent elsewhere. */
    private static String pageBefore(@Nullable String referer) {
        if (referer == null) {
            return "/";
        }
        try {
            URI page = new URI(referer);
            String path = page.getRawPath();
            if (path == null || !path.startsWith("/") || path.startsWith("//")) {
                return "/";
            }
            return page.getRawQuery() == null ? path : path + "?" + page.getRawQuery();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}

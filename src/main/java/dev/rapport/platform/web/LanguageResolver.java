package dev.rapport.platform.web;

import dev.rapport.platform.BusinessSettings;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of an answer: the account's own (kept in a cookie), the browser's, the business's. The API: the request's. */
class LanguageResolver implements LocaleResolver {
    static final String COOKIE = "language";
    private final ObjectProvider<BusinessSettings> business;

    LanguageResolver(ObjectProvider<BusinessSettings> business) {
        this.business = business;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        Locale asked = asked(request);
        if (asked != null) {
            return asked;
        }
        BusinessSettings settings = business.getIfAvailable();
        return settings == null ? Locale.ENGLISH : settings.language();
    }

    /** Without the database; null where neither the account nor the browser has said. */
    static @Nullable Locale asked(HttpServletRequest request) {
        Cookie chosen = WebUtils.getCookie(request, COOKIE);
        if (chosen != null) {
            Locale known = ours(Locale.forLanguageTag(chosen.getValue()), null);
            return known == null ? Locale.ENGLISH : known;
        }
        if (request.getHeader("Accept-Language") != null) {
            for (Enumeration<Locale> asked = request.getLocales(); asked.hasMoreElements(); ) {
                Locale known = ours(asked.nextElement(), null);
                if (known != null) {
                    return known;
                }
            }
        }
        return null;
    }

    private static @Nullable Locale ours(Locale asked, @Nullable Locale otherwise) {
        return switch (asked.getLanguage()) {
            case "zh" -> Locale.SIMPLIFIED_CHINESE;
            case "en" -> Locale.ENGLISH;
            default -> otherwise;
        };
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is a setting of the account");
    }
}

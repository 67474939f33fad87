package dev.rapport.exchange.archive.readable;

import dev.rapport.platform.web.Formats;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Texts, days and money in the language of the business; a source of its own, for there may be no program around. */
final class Words {
    private final MessageSource messages;
    private final Locale locale;
    private final Formats formats;
    /** There are few, and each is said a hundred thousand times. */
    private final Map<String, String> kinds = new HashMap<>();

    Words(BusinessThen business) {
        ResourceBundleMessageSource bundles = new ResourceBundleMessageSource();
        bundles.setBasenames(
                "i18n/archive/messages",
                "i18n/customer/messages",
                "i18n/interaction/messages",
                "i18n/platform/messages");
        bundles.setDefaultEncoding("UTF-8");
        bundles.setFallbackToSystemLocale(false);
        this.messages = bundles;
        this.locale = business.language();
        this.formats = new Formats(locale, business, bundles);
    }

    String say(String key, Object... args) {
        return messages.getMessage(key, args, locale);
    }

    /** The key's last part where there is no text for it, as for a kind that came later. */
    String sayOr(String key, String otherwise) {
        return kinds.computeIfAbsent(key, missing -> {
            String text = messages.getMessage(missing, null, otherwise, locale);
            return text == null ? otherwise : text;
        });
    }

    Formats formats() {
        return formats;
    }

    String language() {
        return locale.toLanguageTag();
    }
}

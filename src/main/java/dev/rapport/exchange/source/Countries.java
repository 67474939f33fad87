package dev.rapport.exchange.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Countries by their codes and by their names in the languages that files mostly come in. */
public final class Countries {
    private static final Map<String, String> CODES = new HashMap<>();

    static {
        String[] languages = {"zh", "en", "de", "fr", "es", "it", "pt", "nl", "pl", "ja", "ko", "ru"};
        for (String language : languages) {
            for (String code : Locale.getISOCountries()) {
                CODES.putIfAbsent(key(new Locale("", code).getDisplayCountry(new Locale(language))), code);
            }
        }
        for (String code : Locale.getISOCountries()) {
            CODES.put(key(code), code);
            CODES.putIfAbsent(key(new Locale("", code).getISO3Country()), code);
        }
        Map.of(
                        "UK",
                        "GB",
                        "England",
                        "GB",
                        "Scotland",
                        "GB",
                        "America",
                        "US",
                        "United States of America",
                        "US",
                        "Holland",
                        "NL",
                        "中国大陆",
                        "CN",
                        "香港",
                        "HK",
                        "台湾",
                        "TW")
                .forEach((name, code) -> CODES.put(key(name), code));
    }

    private Countries() {}

    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(key(text)));
    }

    private static String key(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

package dev.rapport.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;

/** What a form sent that couldn't be stored: shown, and ready to be sent again as it came. */
public record HeldForm(String action, List<Field> fields) {
    private static final int LONGEST = 1_000_000;
    private static final Pattern SECRET = Pattern.compile("(?i).*(pass|secret).*|old|code");
    /** Set by the page, not typed: choices, numbers, days, moments. */
    private static final Pattern CHOSEN =
            Pattern.compile("[A-Z_]*|[\\d\\s:.,TZ+-]*|true|false|on|[a-z]{2}(-[A-Z]{2})?");

    /** One value of the form. */
    public record Field(String name, String value) {
        private boolean isSecret() {
            return SECRET.matcher(name).matches();
        }

        /** Proofs of where the form comes from, and that it is sent once. */
        private boolean isOurs() {
            return name.startsWith("_") || name.equals("token");
        }
    }

    /** Empty where nothing was sent, or what mustn't lie in a page: a file, a password, more than a page should hold. */
    public static Optional<HeldForm> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        if (!request.getMethod().equals("POST") || !isPlainForm(request) || path.startsWith("//")) {
            return Optional.empty();
        }
        List<Field> fields = new ArrayList<>();
        long length = 0;
        for (var each : request.getParameterMap().entrySet()) {
            for (String value : each.getValue()) {
                fields.add(new Field(each.getKey(), value));
                length += value.length();
            }
        }
        boolean kept = length <= LONGEST
                && fields.stream()
                        .noneMatch(field -> field.isSecret() && !field.value().isEmpty());
        return kept ? Optional.of(new HeldForm(path, fields)) : Optional.empty();
    }

    private static boolean isPlainForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /** What a person would miss. */
    public List<String> typed() {
        return fields.stream()
                .filter(field -> !field.isOurs())
                .map(Field::value)
                .filter(value -> !CHOSEN.matcher(value).matches())
                .toList();
    }
}

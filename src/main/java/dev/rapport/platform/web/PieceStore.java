package dev.rapport.platform.web;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pieces that were asked for last. */
final class PieceStore {
    /** A quarter of it is what the shell and some pages of the customers' list need in both languages. */
    private static final int CHARACTERS = 1_500_000;

    private final boolean keeps;
    private final Map<Key, Piece> pieces = new LinkedHashMap<>(64, 0.75f, true);
    private int characters;

    PieceStore(boolean keeps) {
        this.keeps = keeps;
    }

    record Key(String fragment, Locale locale, @Nullable Object by, Formats.@Nullable Basis formats) {}

    /** What stands before, between and after the form tokens. */
    record Piece(List<String> parts) {
        static Piece of(String html, @Nullable String token) {
            return new Piece(token == null ? List.of(html) : List.of(html.split(Pattern.quote(token), -1)));
        }

        boolean holdsToken() {
            return parts.size() > 1;
        }

        String with(@Nullable String token) {
            return token == null ? parts.get(0) : String.join(token, parts);
        }

        private int characters() {
            return parts.stream().mapToInt(String::length).sum();
        }
    }

    synchronized @Nullable Piece find(Key key) {
        return pieces.get(key);
    }

    synchronized void keep(Key key, Piece piece) {
        if (!keeps || piece.characters() > CHARACTERS / 10) {
            return;
        }
        Piece before = pieces.put(key, piece);
        characters += piece.characters() - (before == null ? 0 : before.characters());
        for (Iterator<Piece> eldest = pieces.values().iterator(); characters > CHARACTERS; eldest.remove()) {
            characters -= eldest.next().characters();
        }
    }
}

package dev.rapport.platform.web;

import java.util.List;
import java.util.Optional;

/** One calm line on the owner's home page while something needs them; each is a bean. */
public interface HomeNotice {
    Optional<Line> line();

    /**
     * @param key message key, filled with the arguments
     * @param action message key of the link
     */
    record Line(String key, List<Object> args, String href, String action) {}
}

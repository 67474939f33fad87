package dev.rapport.platform;

import java.util.List;

/** Path patterns that a module opens to visitors without an account. Everything else is denied. */
public interface PublicPaths {
    List<String> patterns();
}

package dev.rapport.platform;

import java.util.List;

/** Path patterns of pages that a module keeps from helpers: 403 for them. */
public interface OwnerPaths {
    List<String> patterns();
}

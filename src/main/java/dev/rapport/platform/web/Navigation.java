package dev.rapport.platform.web;

import java.util.List;

/** A module's entries in the navigation; each module with pages of its own declares a bean of this. */
@FunctionalInterface
public interface Navigation {
    List<NavItem> items();
}

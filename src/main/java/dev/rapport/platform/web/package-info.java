/** Layout, error pages, languages and the guards that every request passes. */
@NullMarked
@NamedInterface("web")
package dev.rapport.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

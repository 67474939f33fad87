/** Databases of released versions, brought up to date. */
@NullMarked
package dev.rapport.migration;

import org.jspecify.annotations.NullMarked;

/** Ground without business words: clock, money, keyset paging, public tokens, change log and undo. */
@NullMarked
package dev.rapport.platform;

import org.jspecify.annotations.NullMarked;

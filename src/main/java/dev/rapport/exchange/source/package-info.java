/** Reads a file that somebody else's program wrote: its encoding, its columns, its values. Knows nothing of the database. */
@NullMarked
package dev.rapport.exchange.source;

import org.jspecify.annotations.NullMarked;

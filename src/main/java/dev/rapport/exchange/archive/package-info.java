/** One file with everything in it: what is written into it, how it is sealed, and how it is opened again. */
@NullMarked
package dev.rapport.exchange.archive;

import org.jspecify.annotations.NullMarked;

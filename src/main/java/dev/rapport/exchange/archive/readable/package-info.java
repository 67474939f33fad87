/** The pages inside an archive that a person reads with a browser alone, when Rapport is long gone. */
@NullMarked
package dev.rapport.exchange.archive.readable;

import org.jspecify.annotations.NullMarked;

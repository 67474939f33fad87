/** Everything about customers as files that other programs open and that come back in unchanged. */
@NullMarked
package dev.rapport.exchange.export;

import org.jspecify.annotations.NullMarked;

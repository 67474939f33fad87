/** An archive brought up again: loaded beside the live tables, then put in their place at one stroke, or only compared. */
@NullMarked
package dev.rapport.exchange.restore;

import org.jspecify.annotations.NullMarked;

/** Turns files that aren't tables of text, workbooks and address cards, into one that an import reads like any other. */
@NullMarked
package dev.rapport.exchange.convert;

import org.jspecify.annotations.NullMarked;

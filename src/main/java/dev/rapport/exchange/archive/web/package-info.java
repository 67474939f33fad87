/** Settings → Backups. */
@NullMarked
package dev.rapport.exchange.archive.web;

import org.jspecify.annotations.NullMarked;

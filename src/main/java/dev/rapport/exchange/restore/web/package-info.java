@NullMarked
package dev.rapport.exchange.restore.web;

import org.jspecify.annotations.NullMarked;

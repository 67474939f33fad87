@NullMarked
package dev.rapport.exchange.web;

import org.jspecify.annotations.NullMarked;

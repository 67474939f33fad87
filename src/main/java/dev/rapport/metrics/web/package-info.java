@NullMarked
package dev.rapport.metrics.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package dev.rapport.purchase.web;

import org.jspecify.annotations.NullMarked;

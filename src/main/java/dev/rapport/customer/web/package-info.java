@NullMarked
package dev.rapport.customer.web;

import org.jspecify.annotations.NullMarked;

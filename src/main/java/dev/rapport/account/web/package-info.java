@NullMarked
package dev.rapport.account.web;

import org.jspecify.annotations.NullMarked;

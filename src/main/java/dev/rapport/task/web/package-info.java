@NullMarked
package dev.rapport.task.web;

import org.jspecify.annotations.NullMarked;

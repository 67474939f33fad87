@NullMarked
package dev.rapport.interaction.web;

import org.jspecify.annotations.NullMarked;

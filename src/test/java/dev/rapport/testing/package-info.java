/** What tests on the real database and the whole application have in common. */
@NullMarked
package dev.rapport.testing;

import org.jspecify.annotations.NullMarked;

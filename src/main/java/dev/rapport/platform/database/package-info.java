/** The embedded PostgreSQL that keeps a founder's data when no other server is named. */
@NullMarked
package dev.rapport.platform.database;

import org.jspecify.annotations.NullMarked;

/** Work that runs by itself: it survives a restart, and of several instances on one database one runs it. */
@NullMarked
@NamedInterface("jobs")
package dev.rapport.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

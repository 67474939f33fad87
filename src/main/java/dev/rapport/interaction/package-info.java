/** Calls, mails, meetings, chats, social messages, events and notes, and the timeline that other modules write into. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "customer", "platform :: web", "platform :: jobs"})
package dev.rapport.interaction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

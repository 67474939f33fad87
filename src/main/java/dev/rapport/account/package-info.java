/** Owner and helper accounts, sign-in, API tokens and the settings of the business. */
@NullMarked
@ApplicationModule(allowedDependencies = "platform :: web")
package dev.rapport.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

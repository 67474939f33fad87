package dev.rapport.platform;

import java.util.Optional;

/** Knows who sent the request being served. */
public interface ActorSource {
    Optional<Actor> current();
}

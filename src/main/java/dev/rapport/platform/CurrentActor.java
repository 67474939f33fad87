package dev.rapport.platform;

import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who the change log names: the sender of the request, or whom a background task works for. */
@Component
public class CurrentActor {
    private static final ThreadLocal<Actor> STAND_IN = new ThreadLocal<>();
    private final ObjectProvider<ActorSource> source;

    CurrentActor(ObjectProvider<ActorSource> source) {
        this.source = source;
    }

    public Actor get() {
        Actor standIn = STAND_IN.get();
        if (standIn != null) {
            return standIn;
        }
        return source.stream().findFirst().flatMap(ActorSource::current).orElse(Actor.JOB);
    }

    /** Runs {@code work} in this thread as {@code actor}. */
    public static <T> T actingAs(Actor actor, Supplier<T> work) {
        Actor before = STAND_IN.get();
        STAND_IN.set(actor);
        try {
            return work.get();
        } finally {
            if (before == null) {
                STAND_IN.remove();
            } else {
                STAND_IN.set(before);
            }
        }
    }
}

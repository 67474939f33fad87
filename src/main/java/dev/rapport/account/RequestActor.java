package dev.rapport.account;

import dev.rapport.platform.Actor;
import dev.rapport.platform.ActorSource;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

@Component
class RequestActor implements ActorSource {
    @Override
    public Optional<Actor> current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedInAuthentication proof
                ? Optional.of(proof.actor())
                : Optional.empty();
    }
}

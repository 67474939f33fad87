package dev.rapport.interaction;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface InteractionRepository extends Repository<Interaction, Long> {
    Interaction save(Interaction interaction);

    Optional<Interaction> findById(long id);

    Optional<Interaction> findByFormToken(String formToken);

    void delete(Interaction interaction);
}

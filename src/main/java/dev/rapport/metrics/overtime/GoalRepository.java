package dev.rapport.metrics.overtime;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface GoalRepository extends Repository<Goal, Long> {
    Goal saveAndFlush(Goal goal);

    Optional<Goal> findById(long id);

    void delete(Goal goal);
}

package dev.rapport.task;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface TaskRepository extends Repository<Task, Long> {
    Task save(Task task);

    Optional<Task> findById(long id);

    List<Task> findByInteractionId(long interactionId);

    void delete(Task task);
}

package dev.rapport.feedback;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface AnswerRepository extends Repository<Answer, Long> {
    Answer saveAndFlush(Answer answer);

    void delete(Answer answer);

    Optional<Answer> findById(long id);
}

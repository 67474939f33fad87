package dev.rapport.metrics.note;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface ChartNoteRepository extends Repository<ChartNote, Long> {
    ChartNote saveAndFlush(ChartNote note);

    Optional<ChartNote> findById(long id);

    void delete(ChartNote note);
}

package dev.rapport.feedback;

import dev.rapport.customer.CustomerSummaries;
import dev.rapport.interaction.Timeline;
import dev.rapport.interaction.TimelineEntry;
import dev.rapport.interaction.TimelineEntry.Source;
import dev.rapport.platform.ChangeLog;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Tracked;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The only way to write single answers; {@link AnswerBatch} is the door for many. */
@Service
@Transactional
public class AnswerService {
    static final Tracked ANSWER = Tracked.of("answer")
            .with("answer", "t.id = :id")
            .with("timeline_entry", "t.source = 'answer' AND t.source_id = :id");

    private final AnswerRepository answers;
    private final Timeline timeline;
    private final CustomerSummaries summaries;
    private final ChangeLog log;
    private final Clock clock;

    AnswerService(
            AnswerRepository answers, Timeline timeline, CustomerSummaries summaries, ChangeLog log, Clock clock) {
        this.answers = answers;
        this.timeline = timeline;
        this.summaries = summaries;
        this.log = log;
        this.clock = clock;
    }

    public Written record(long customerId, NewAnswer given) {
        Answer answer = answers.saveAndFlush(new Answer(customerId, given, clock.instant()));
        timeline.put(TimelineEntry.on(
                        Source.ANSWER, answer.id(), customerId, answer.survey().name(), answer.answeredOn())
                .saying(null, answer.comment())
                .scored(answer.score()));
        refresh(customerId);
        return new Written(answer.id(), log.created(ANSWER, answer.id(), customerId));
    }

    /** @return the id of the logged change */
    public long delete(long id) {
        Answer answer = answers.findById(id).orElseThrow(() -> new NotFound("answer", id));
        ChangeLog.Pending before = log.before(ANSWER, id, answer.customerId());
        timeline.remove(Source.ANSWER, id);
        answers.delete(answer);
        long change = before.deleted();
        refresh(answer.customerId());
        return change;
    }

    private void refresh(long customerId) {
        summaries.refresh(AnswerSummary.class, List.of(customerId));
    }

    /** A stored answer and the id of the logged change that made it. */
    public record Written(long id, long changeId) {}
}

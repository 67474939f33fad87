package dev.rapport.feedback;

import dev.rapport.customer.SummaryPart;
import java.util.List;
import org.springframework.stereotype.Component;

/** A customer's mood: the latest score, whatever survey it answers. */
@Component
class AnswerSummary implements SummaryPart {
    @Override
    public List<String> columns() {
        return List.of("last_survey", "last_score", "last_answered_on");
    }

    @Override
    public String select(String customers) {
        return """
                SELECT DISTINCT ON (customer_id) customer_id, survey AS last_survey, score AS last_score,
                       answered_on AS last_answered_on
                FROM answer WHERE %s ORDER BY customer_id, answered_on DESC, id DESC""".formatted(customers);
    }
}

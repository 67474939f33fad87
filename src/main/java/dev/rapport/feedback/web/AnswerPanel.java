package dev.rapport.feedback.web;

import dev.rapport.customer.CustomerPanel;
import dev.rapport.feedback.AnswerSearch;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The latest scores. */
@Component
class AnswerPanel implements CustomerPanel {
    private static final int SHOWN = 4;
    private final AnswerSearch answers;

    AnswerPanel(AnswerSearch answers) {
        this.answers = answers;
    }

    @Override
    public Area area() {
        return Area.SIDE;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String template() {
        return "feedback/_panel";
    }

    @Override
    public Map<String, Object> model(long customerId) {
        return Map.of(
                "latestAnswers", answers.ofCustomer(customerId, SHOWN, null).items());
    }
}

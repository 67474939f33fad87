package dev.rapport.exchange;

import dev.rapport.exchange.source.ImportKind;
import dev.rapport.feedback.AnswerBatch;
import dev.rapport.interaction.InteractionBatch;
import dev.rapport.purchase.PurchaseBatch;
import dev.rapport.task.TaskBatch;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The doors of all modules whose facts come by file. */
@Configuration(proxyBeanMethods = false)
class FactDoors {

    @Bean
    FactDoor purchaseDoor(PurchaseBatch batch, ExportOrigin origin) {
        return new BatchDoor(
                ImportKind.PURCHASES,
                "purchase",
                () -> "purchase_id, purchased_on, amount, currency, rate, cost, product, refund_of, note, "
                        + origin.rowOf("purchase_id", ExportOrigin.PURCHASE) + " AS own_id, "
                        + origin.rowOf("refund_of", ExportOrigin.PURCHASE) + " AS refund_of_own",
                true,
                PurchaseBatch.GOING,
                batch::check,
                batch::store,
                batch::remove,
                batch::restore);
    }

    /** A file that names no survey holds NPS answers. An answer is history: an import never changes one. */
    @Bean
    FactDoor answerDoor(AnswerBatch batch, ExportOrigin origin) {
        return new BatchDoor(
                ImportKind.ANSWERS,
                "answer",
                () -> "answer_id, coalesce(survey, 'NPS') AS survey, score::numeric AS score, answered_on, comment, "
                        + "expected::numeric AS expected, "
                        + origin.rowOf("answer_id", ExportOrigin.ANSWER) + " AS own_id",
                false,
                AnswerBatch.GOING,
                batch::check,
                batch::store,
                importId -> {
                    batch.remove(importId);
                    return List.of();
                },
                table -> List.of());
    }

    @Bean
    FactDoor interactionDoor(InteractionBatch batch, ExportOrigin origin) {
        return new BatchDoor(
                ImportKind.INTERACTIONS,
                "interaction",
                () -> "interaction_id, kind, direction, occurred_at, subject, body, purpose, outcome, "
                        + origin.rowOf("interaction_id", ExportOrigin.INTERACTION) + " AS own_id",
                true,
                InteractionBatch.GOING,
                batch::check,
                batch::store,
                batch::remove,
                batch::restore);
    }

    @Bean
    FactDoor taskDoor(TaskBatch batch, ExportOrigin origin) {
        return new BatchDoor(
                ImportKind.TASKS,
                "task",
                () -> "task_id, title, due_on, due_time, done_at, " + origin.rowOf("task_id", ExportOrigin.TASK)
                        + " AS own_id",
                true,
                TaskBatch.GOING,
                batch::check,
                batch::store,
                batch::remove,
                batch::restore);
    }
}

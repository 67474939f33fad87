package dev.rapport.task;

import dev.rapport.interaction.InteractionLogged;
import dev.rapport.interaction.InteractionSearch;
import dev.rapport.interaction.NextStep;
import dev.rapport.platform.ChangeUndone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Turns the next step of a logged interaction into a follow-up, in the same transaction. */
@Component
class NextSteps {
    private final TaskService tasks;
    private final InteractionSearch interactions;

    NextSteps(TaskService tasks, InteractionSearch interactions) {
        this.tasks = tasks;
        this.interactions = interactions;
    }

    @EventListener
    void on(InteractionLogged logged) {
        NextStep next = logged.nextStep();
        if (next != null) {
            tasks.plan(new Plan(next.title(), next.dueOn()), logged.customerId(), logged.interactionId());
        }
    }

    @EventListener
    void on(ChangeUndone undone) {
        if (undone.entity().equals("interaction") && !interactions.exists(undone.entityId())) {
            tasks.withdrawNextStepsOf(undone.entityId());
        }
    }
}

package dev.rapport.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.customer.CustomerService;
import dev.rapport.interaction.Someone;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Slice;
import dev.rapport.platform.Undo;
import dev.rapport.testing.DatabaseTest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@DatabaseTest
class TaskServiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 4);

    @Autowired
    private TaskService tasks;

    @Autowired
    private TaskSearch search;

    @Autowired
    private CustomerService customers;

    @Autowired
    private CustomerRecords records;

    @Autowired
    private Undo undo;

    private long ana;

    @BeforeEach
    void makeAna() {
        ana = Someone.named("Ana Ruiz", customers);
    }

    @Test
    void tellsTheCustomerWhatIsNext() {
        plan("Later", DAY.plusDays(5));
        long first = plan("First", DAY);
        assertThat(next()).isEqualTo("First");

        tasks.finish(first);
        assertThat(next()).isEqualTo("Later");
        tasks.reopen(first);
        assertThat(next()).isEqualTo("First");
        tasks.delete(first);
        assertThat(next()).isEqualTo("Later");
    }

    @Test
    void finishesOnceAndTakesItBack() {
        long id = plan("Call", DAY);
        long change = tasks.finish(id).orElseThrow();
        assertThat(search.get(id).doneAt()).isNotNull();
        assertThat(tasks.finish(id)).isEmpty();

        undo.undo(change);
        assertThat(search.get(id).isDone()).isFalse();
        assertThat(next()).isEqualTo("Call");
    }

    @Test
    void bringsADeletedOneBack() {
        long id = plan("Call", DAY);
        TaskDetails before = search.get(id);
        long change = tasks.delete(id);
        assertThatThrownBy(() -> search.get(id)).isInstanceOf(NotFound.class);

        undo.undo(change);
        assertThat(search.get(id)).isEqualTo(before);
    }

    @Test
    void refusesToSaveOverWhatAnotherTabSaved() {
        long id = plan("Call", DAY);
        tasks.edit(id, 0, new Plan("Theirs", DAY), ana);
        assertThatThrownBy(() -> tasks.edit(id, 0, new Plan("Mine", DAY), ana))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(search.get(id).title()).isEqualTo("Theirs");
    }

    @Test
    void movesToTomorrowOrToMondayFromToday() {
        LocalDate wednesday = LocalDate.of(2026, 3, 4);
        assertThat(Snooze.TOMORROW.from(wednesday)).isEqualTo(LocalDate.of(2026, 3, 5));
        assertThat(Snooze.NEXT_WEEK.from(wednesday)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(Snooze.NEXT_WEEK.from(LocalDate.of(2026, 3, 9)).getDayOfWeek())
                .isEqualTo(DayOfWeek.MONDAY);

        long id = plan("Call", LocalDate.of(2020, 1, 1));
        tasks.snooze(id, Snooze.TOMORROW);
        assertThat(search.get(id).dueOn()).isAfter(LocalDate.of(2026, 1, 1));
    }

    @Test
    void refusesWhatIsNoPlan() {
        assertThatThrownBy(() -> new Plan(" ", DAY)).hasMessage("task.refused.title");
        assertThatThrownBy(() -> new Plan("x".repeat(501), DAY)).hasMessage("task.refused.long");
        assertThatThrownBy(() -> new Plan("Call", LocalDate.of(2200, 1, 1))).hasMessage("task.refused.due");
        assertThatThrownBy(() -> new Plan("a\0b", DAY)).hasMessage("platform.refused.characters");
        assertThatThrownBy(() -> tasks.plan(new Plan("Call", DAY), 4711L)).isInstanceOf(NotFound.class);
    }

    @Test
    void pagesByTheDayTheyAreDue() {
        for (int i = 0; i < 7; i++) {
            plan("Task " + i, DAY.plusDays(i / 3));
        }
        tasks.plan(new Plan("For nobody", DAY.plusDays(9), LocalTime.of(15, 0)), null);
        Slice<TaskDetails> first = search.open(5, null);
        Slice<TaskDetails> rest = search.open(5, dev.rapport.platform.Cursor.decode(first.next()));

        assertThat(first.items())
                .extracting(TaskDetails::title)
                .containsExactly("Task 0", "Task 1", "Task 2", "Task 3", "Task 4");
        assertThat(rest.items()).extracting(TaskDetails::title).containsExactly("Task 5", "Task 6", "For nobody");
        assertThat(rest.next()).isNull();
        assertThat(search.due(DAY, 10, null).items()).hasSize(3);
        assertThat(search.countDue(DAY)).isEqualTo(3);
        assertThat(search.ofCustomer(ana, 50, null).items()).hasSize(7);
        assertThat(List.of(search.get(8).dueTime())).containsExactly(LocalTime.of(15, 0));
    }

    private long plan(String title, LocalDate due) {
        return tasks.plan(new Plan(title, due), ana).id();
    }

    private String next() {
        return records.get(ana).summary().nextTaskTitle();
    }
}

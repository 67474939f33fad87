package dev.rapport.feedback.web;

import dev.rapport.customer.CustomerRecords;
import dev.rapport.feedback.AnswerDetails;
import dev.rapport.feedback.AnswerSearch;
import dev.rapport.feedback.AnswerService;
import dev.rapport.feedback.NewAnswer;
import dev.rapport.feedback.Survey;
import dev.rapport.platform.Cursor;
import dev.rapport.platform.Note;
import dev.rapport.platform.Slice;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Answers", description = "Answers to NPS, CSAT and CES surveys. History: delete and enter anew to correct")
class AnswerApi {
    /** Whole scores only: NPS 0 to 10, CSAT 1 to 5, CES 1 to 7; with CSAT also what was expected, 1 to 5. */
    record AnswerBody(
            @NotNull(message = "{feedback.refused.survey}") @Nullable
            Survey survey,

            @NotNull(message = "{feedback.refused.no-score}") @Nullable
            BigDecimal score,

            @NotNull(message = "{feedback.refused.no-day}") @Nullable
            LocalDate answeredOn,

            @Nullable @Note String comment,
            @Nullable BigDecimal expected) {}

    private final AnswerService answers;
    private final AnswerSearch search;
    private final CustomerRecords customers;

    AnswerApi(AnswerService answers, AnswerSearch search, CustomerRecords customers) {
        this.answers = answers;
        this.search = search;
        this.customers = customers;
    }

    @PostMapping("/customers/{customerId}/answers")
    ResponseEntity<AnswerDetails> record(@PathVariable long customerId, @Valid @RequestBody AnswerBody body) {
        customers.require(customerId);
        NewAnswer answer = new NewAnswer(
                required(body.survey()),
                required(body.score()),
                required(body.answeredOn()),
                body.comment(),
                body.expected());
        long id = answers.record(customerId, answer).id();
        return ResponseEntity.created(URI.create("/api/v1/answers/" + id)).body(search.details(id));
    }

    @GetMapping("/customers/{customerId}/answers")
    Slice<AnswerDetails> ofCustomer(
            @PathVariable long customerId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        customers.require(customerId);
        return search.ofCustomer(customerId, Slice.limit(limit), Cursor.decode(after));
    }

    @GetMapping("/answers/{id}")
    AnswerDetails get(@PathVariable long id) {
        return search.details(id);
    }

    @DeleteMapping("/answers/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable long id) {
        answers.delete(id);
    }

    private static <T> T required(@Nullable T validated) {
        return java.util.Objects.requireNonNull(validated);
    }
}

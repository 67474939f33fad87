package dev.rapport.platform.web;

import dev.rapport.platform.Forbidden;
import dev.rapport.platform.NotFound;
import dev.rapport.platform.Refused;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.DatabindException;

/** What goes wrong in the JSON API becomes an RFC 9457 problem; bad input names each field. */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiErrors extends ResponseEntityExceptionHandler {

    /** A field as the API names it and what is wrong with it, in the reader's language. */
    record Problem(@Nullable String field, String message) {}

    private final MessageSource messages;

    ApiErrors(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail on(Refused e, Locale locale) {
        return problem(new Problem(e.field(), text(e.key(), e.args(), locale)));
    }

    @ExceptionHandler
    ProblemDetail on(NotFound e) {
        return ProblemDetail.forStatus(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ProblemDetail on(Forbidden e) {
        return ProblemDetail.forStatus(HttpStatus.FORBIDDEN);
    }

    @ExceptionHandler
    ProblemDetail on(OptimisticLockingFailureException e, Locale locale) {
        return conflict(locale);
    }

    @ExceptionHandler
    ProblemDetail on(DataIntegrityViolationException e, HttpServletRequest request, Locale locale) {
        logger.warn("Refused by the database at " + request.getRequestURI() + ": "
                + e.getMostSpecificCause().getMessage());
        return conflict(locale);
    }

    @ExceptionHandler
    ProblemDetail on(MethodArgumentTypeMismatchException e, Locale locale) {
        return problem(new Problem(e.getName(), text("platform.refused.type", new Object[0], locale)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        List<Problem> problems = new ArrayList<>();
        e.getBindingResult().getAllErrors().forEach(error -> {
            String field = error instanceof FieldError at ? at.getField() : null;
            problems.add(new Problem(field, messages.getMessage(error, request.getLocale())));
        });
        return ResponseEntity.badRequest().body(problem(problems.toArray(Problem[]::new)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = e.getCause();
        String field = cause instanceof DatabindException bind
                ? path(bind)
                : cause instanceof StreamReadException read ? path(read) : null;
        String key = field != null ? "platform.refused.type" : "platform.refused.json";
        return ResponseEntity.badRequest()
                .body(problem(new Problem(field, text(key, new Object[0], request.getLocale()))));
    }

    private static @Nullable String path(DatabindException e) {
        StringBuilder path = new StringBuilder();
        e.getPath().forEach(step -> {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        });
        return path.isEmpty() ? null : path.toString();
    }

    /** Where the reading broke off: NaN and the like are no JSON, yet it is known whose value they were to be. */
    private static @Nullable String path(StreamReadException e) {
        if (e instanceof UnexpectedEndOfInputException || e.processor() == null) {
            return null;
        }
        StringBuilder path = new StringBuilder();
        for (TokenStreamContext at = e.processor().streamReadContext(); at != null; at = at.getParent()) {
            if (at.inArray()) {
                path.insert(0, "[" + at.getCurrentIndex() + "]");
            } else if (at.hasCurrentName()) {
                path.insert(0, "." + at.currentName());
            }
        }
        return path.isEmpty() ? null : path.substring(path.charAt(0) == '.' ? 1 : 0);
    }

    private ProblemDetail problem(Problem... problems) {
        ProblemDetail detail = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
        if (problems.length > 0) {
            detail.setDetail(
                    problems[0].field() == null
                            ? problems[0].message()
                            : problems[0].field() + ": " + problems[0].message());
        }
        detail.setProperty("errors", List.of(problems));
        return detail;
    }

    private ProblemDetail conflict(Locale locale) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, text("platform.refused.conflict", new Object[0], locale));
    }

    private String text(String key, Object[] args, Locale locale) {
        return messages.getMessage(key, args, locale);
    }
}

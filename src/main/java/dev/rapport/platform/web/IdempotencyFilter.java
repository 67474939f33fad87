package dev.rapport.platform.web;

import dev.rapport.platform.CurrentActor;
import dev.rapport.platform.DatabaseAway;
import dev.rapport.platform.web.IdempotencyKeys.Answer;
import dev.rapport.platform.web.IdempotencyKeys.Seen;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;
import tools.jackson.databind.json.JsonMapper;

/** A POST to the API that is sent again with the same Idempotency-Key gets the first answer, and happens once. */
@Component
class IdempotencyFilter extends OncePerRequestFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST_ANSWER = 1_000_000;
    private final IdempotencyKeys keys;
    private final CurrentActor actor;
    private final MessageSource messages;
    private final JsonMapper json;

    IdempotencyFilter(IdempotencyKeys keys, CurrentActor actor, MessageSource messages, JsonMapper json) {
        this.keys = keys;
        this.actor = actor;
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/")
                || request.getHeader(HEADER) == null
                || actor.get().accountId() == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(HEADER);
        Long account = actor.get().accountId();
        if (account == null || !key.matches("[\\x21-\\x7e]{1,255}")) {
            refuse(HttpStatus.BAD_REQUEST, "platform.idempotency.key", request, response);
            return;
        }
        RequestFingerprint print = new RequestFingerprint(request);
        Optional<Seen> seen = keys.claim(account, key, print.hash());
        if (seen.isEmpty()) {
            carryOut(account, key, print, response, chain);
        } else {
            answerAgain(seen.get(), request, response);
        }
    }

    private void carryOut(
            long account, String key, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper caching = new ContentCachingResponseWrapper(response);
        boolean settled = false;
        try {
            chain.doFilter(request, caching);
            int status = caching.getStatus();
            if (status < HttpStatus.INTERNAL_SERVER_ERROR.value() && caching.getContentSize() <= LONGEST_ANSWER) {
                keys.store(
                        account,
                        key,
                        new Answer(
                                status,
                                caching.getHeader(HttpHeaders.LOCATION),
                                caching.getContentType(),
                                caching.getContentAsByteArray()));
                settled = true;
            }
        } catch (ServletException | IOException | RuntimeException failure) {
            // Nobody knows whether it was done: the key stays taken, for sending it again might do it twice.
            settled = DatabaseAway.leavesCommitOpen(failure);
            throw failure;
        } finally {
            if (!settled) {
                keys.release(account, key);
            }
        }
        caching.copyBodyToResponse();
    }

    private void answerAgain(Seen seen, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answer answer = seen.answer();
        if (!seen.sameRequest()) {
            refuse(HttpStatus.UNPROCESSABLE_CONTENT, "platform.idempotency.other", request, response);
        } else if (answer == null) {
            refuse(HttpStatus.CONFLICT, "platform.idempotency.running", request, response);
        } else {
            response.setStatus(answer.status());
            response.setHeader("Idempotent-Replayed", "true");
            if (answer.location() != null) {
                response.setHeader(HttpHeaders.LOCATION, answer.location());
            }
            if (answer.contentType() != null) {
                response.setContentType(answer.contentType());
            }
            response.getOutputStream().write(answer.body());
        }
    }

    private void refuse(HttpStatus status, String key, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String detail = messages.getMessage(key, new Object[0], request.getLocale());
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(ProblemDetail.forStatusAndDetail(status, detail)));
    }
}

package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.server.ResponseStatusException;

class BodyLimitTest {
    private final FilterChain reads = (request, response) ->
            assertThat(request.getInputStream().readAllBytes()).isNotEmpty();
    private final MockHttpServletResponse answer = new MockHttpServletResponse();

    @Test
    void refusesALongBodyUnread() throws Exception {
        new BodyLimit().doFilter(new Body(BodyLimit.LONGEST + 1, true), answer, (request, response) -> {
            throw new AssertionError("was read");
        });
        assertThat(answer.getStatus()).isEqualTo(413);
    }

    @Test
    void countsABodyThatSaysNothingOfItsLength() {
        assertThatThrownBy(() -> new BodyLimit().doFilter(new Body(BodyLimit.LONGEST + 1, false), answer, reads))
                .isInstanceOf(ResponseStatusException.class)
                .hasMessageContaining("413");
    }

    @Test
    void letsTheLongestThrough() throws Exception {
        new BodyLimit().doFilter(new Body(BodyLimit.LONGEST, true), answer, reads);
        new BodyLimit().doFilter(new Body(BodyLimit.LONGEST, false), answer, reads);
        assertThat(answer.getStatus()).isEqualTo(200);
    }

    private static final class Body extends MockHttpServletRequest {
        private final boolean tellsLength;

        private Body(int length, boolean tellsLength) {
            super("POST", "/api/v1/customers");
            this.tellsLength = tellsLength;
            setContentType("application/json");
            setContent(new byte[length]);
        }

        @Override
        public long getContentLengthLong() {
            return tellsLength ? super.getContentLengthLong() : -1;
        }
    }
}

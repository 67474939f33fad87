package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HtmxRedirectsTest {
    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @Test
    void handsARedirectToTheBrowserWhenScriptAsked() throws Exception {
        request.addHeader("HX-Request", "true");
        redirect();
        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(response.getHeader("HX-Redirect")).isEqualTo("/customers/42");
        assertThat(response.getHeader("Location")).isNull();
    }

    @Test
    void leavesAnOrdinaryRedirectAlone() throws Exception {
        redirect();
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getRedirectedUrl()).isEqualTo("/customers/42");
    }

    private void redirect() throws Exception {
        new HtmxRedirects()
                .doFilter(
                        request,
                        response,
                        (any, answer) -> ((HttpServletResponse) answer).sendRedirect("/customers/42"));
    }
}

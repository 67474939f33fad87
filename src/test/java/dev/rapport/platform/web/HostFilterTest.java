package dev.rapport.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HostFilterTest {
    private final HostFilter filter = new HostFilter("https://CRM.example.com/");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST:8080",
                "127.0.0.1:8080",
                "[::1]:8080",
                "crm.example.com",
                "crm.example.com:443"
            })
    void letsOurOwnHostsThrough(String host) throws Exception {
        assertThat(statusFor(host, host)).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "127.0.0.1.evil.example",
                "example.com",
                "localhost.evil.example:8080",
                "[::2]",
                "[",
                ":",
                "crm.example.com@evil.example"
            })
    void refusesEveryOther(String host) throws Exception {
        assertThat(statusFor(host, "localhost")).isEqualTo(400);
    }

    @Test
    void refusesAHostThatAProxyWasTold() throws Exception {
        assertThat(statusFor("127.0.0.1:8080", "evil.example")).isEqualTo(400);
    }

    @Test
    void refusesARequestWithoutAHost() throws Exception {
        assertThat(statusFor(null, "localhost")).isEqualTo(400);
    }

    private int statusFor(@Nullable String header, String serverName) throws Exception {
        // As behind a proxy: the name comes from its header, not from Host.
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public String getServerName() {
                return serverName.replaceAll(":\\d+$", "");
            }
        };
        if (header != null) {
            request.addHeader("Host", header);
        }
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }
}

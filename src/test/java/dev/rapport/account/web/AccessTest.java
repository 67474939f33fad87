package dev.rapport.account.web;

import static dev.rapport.testing.Accounts.OWNER_EMAIL;
import static dev.rapport.testing.Accounts.helper;
import static dev.rapport.testing.Accounts.owner;
import static dev.rapport.testing.Accounts.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import dev.rapport.testing.WebTest;
import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Acceptance: without a session everything but the open list answers 302 or 401. */
@WebTest
class AccessTest {
    private static final Set<String> OPEN = Set.of(
            "/login",
            "/setup",
            "/setup/restore",
            "/setup/restore/{ticket}",
            "/invitations/{secret}",
            "/password-resets/{secret}",
            "/css/rapport-{hash}.css",
            "/actuator/health/liveness",
            "/actuator/health/readiness");

    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    private record Endpoint(HttpMethod method, String pattern) {
        String path() {
            return pattern.replaceAll("\\{[^}]*}", "1").replace("**", "1");
        }

        boolean isApi() {
            return pattern.startsWith("/api/");
        }
    }

    private List<Endpoint> endpoints() {
        List<Endpoint> all = new ArrayList<>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> add(info, all)));
        assertThat(all).hasSizeGreaterThan(40);
        return all;
    }

    private static void add(RequestMappingInfo info, List<Endpoint> all) {
        Stream<HttpMethod> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Stream.of(HttpMethod.GET, HttpMethod.POST)
                : info.getMethodsCondition().getMethods().stream().map(method -> HttpMethod.valueOf(method.name()));
        methods.forEach(method -> info.getPatternValues().forEach(pattern -> all.add(new Endpoint(method, pattern))));
    }

    @Test
    void sendsStrangersAwayFromEverythingElse() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint each : endpoints()) {
            if (OPEN.contains(each.pattern()) || each.pattern().startsWith("/css/")) {
                continue;
            }
            MvcTestResult answer =
                    http.method(each.method()).uri(each.path()).with(csrf()).exchange();
            int status = answer.getResponse().getStatus();
            boolean asked = each.isApi()
                    ? status == 401
                    : status == 302 && "/login".equals(answer.getResponse().getRedirectedUrl());
            if (!asked) {
                wrong.add(each + " answers " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void denysWhatDoesNotExistToo() {
        for (String path : List.of("/nothing", "/actuator", "/actuator/env", "/error", "/v3/api-docs")) {
            assertThat(http.get().uri(path)).hasStatus3xxRedirection();
        }
        assertThat(http.get().uri("/api/nothing")).hasStatus(401);
        assertThat(http.get().uri("/api/v1/openapi.json")).hasStatus(401);
    }

    @Test
    void opensTheProbesAndStaticFiles() {
        for (String path : List.of("/actuator/health/liveness", "/actuator/health/readiness", "/css/base.css")) {
            assertThat(http.get().uri(path)).hasStatusOk();
        }
    }

    @Test
    void refusesEveryWriteWithAWrongCsrfToken() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint each : endpoints()) {
            if (each.isApi() || each.method() != HttpMethod.POST) {
                continue;
            }
            for (var forged :
                    List.of(csrf().useInvalidToken(), csrf().asHeader().useInvalidToken())) {
                int status = http.post()
                        .uri(each.path())
                        .with(owner())
                        .with(forged)
                        .exchange()
                        .getResponse()
                        .getStatus();
                if (status != 403) {
                    wrong.add(each + " answers " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(http.post().uri("/settings").with(owner())).hasStatus(403);
    }

    @Test
    void keepsHelpersOutOfSettingsAndImports() {
        List<String> wrong = new ArrayList<>();
        for (Endpoint each : endpoints()) {
            if (each.pattern().startsWith("/settings") || each.pattern().startsWith("/imports")) {
                int status = http.method(each.method())
                        .uri(each.path())
                        .with(helper())
                        .with(csrf())
                        .exchange()
                        .getResponse()
                        .getStatus();
                if (status != 403) {
                    wrong.add(each + " answers " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
        for (String own : List.of("/account", "/account/password", "/account/sessions")) {
            assertThat(http.get().uri(own).with(helper())).hasStatusOk();
        }
    }

    @Test
    void takesTokensOnlyInTheApi() {
        assertThat(http.get().uri("/settings").with(token())).hasStatus3xxRedirection();
        assertThat(http.get().uri("/api/v1/openapi.json").with(token())).hasStatusOk();
        Cookie session = Browser.signIn(http, OWNER_EMAIL).session();
        assertThat(http.get().uri("/settings").cookie(session)).hasStatusOk();
        assertThat(http.get().uri("/api/v1/openapi.json").cookie(session)).hasStatus(401);
        assertThat(http.get().uri("/api/v1/openapi.json").header("Authorization", "Bearer nonsense"))
                .hasStatus(401);
    }

    @Test
    void answersTheApisStrangersWithAProblem() {
        assertThat(http.get().uri("/api/v1/customers"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer")
                .hasContentType("application/problem+json");
    }

    @Test
    void sendsASafePolicyWithEveryAnswer() {
        for (String path : List.of("/login", "/css/base.css", "/api/v1/customers", "/nothing")) {
            assertThat(http.get().uri(path))
                    .hasHeader("Content-Security-Policy", SafeHeaders.CONTENT_SECURITY_POLICY)
                    .hasHeader("X-Content-Type-Options", "nosniff")
                    .hasHeader("Referrer-Policy", "same-origin")
                    .doesNotContainHeader("Strict-Transport-Security");
        }
        assertThat(http.get().uri("/login").secure(true)).containsHeader("Strict-Transport-Security");
    }

    @Test
    void tellsAScriptedRequestToLeaveThePage() {
        assertThat(http.get().uri("/customers").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Redirect", "/login");
    }

    @Test
    void turnsStrangersUploadsAwayUnread() {
        assertThat(http.post()
                        .uri("/settings")
                        .contentType("multipart/form-data; boundary=x")
                        .content("--x"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/login");
    }
}

package dev.rapport.account.web;

import dev.rapport.account.ApiTokenSearch;
import dev.rapport.account.SetUp;
import dev.rapport.account.SetUpTickets;
import dev.rapport.platform.OwnerPaths;
import dev.rapport.platform.PublicPaths;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import tools.jackson.databind.json.JsonMapper;

/** Who gets in where: the API by token, pages by session, everything denied that isn't opened here or by a module. */
@Configuration(proxyBeanMethods = false)
class SecurityChains {
    private static final List<String> STATIC =
            List.of("/css/**", "/js/**", "/images/**", "/img/**", "/fonts/**", "/webjars/**", "/favicon.ico");
    private static final List<String> PROBES = List.of("/actuator/health/liveness", "/actuator/health/readiness");

    @Bean
    @Order(1)
    SecurityFilterChain apiChain(HttpSecurity http, ApiTokenSearch tokens, JsonMapper json) throws Exception {
        ApiProblems problems = new ApiProblems(json);
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .headers(SafeHeaders::write)
                .addFilterBefore(new ApiTokenFilter(tokens), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            SessionAccounts sessions,
            SetUp setUp,
            SetUpTickets tickets,
            ObjectProvider<PublicPaths> open,
            ObjectProvider<OwnerPaths> owners)
            throws Exception {
        ToSignIn toSignIn = new ToSignIn();
        String[] openPaths = Stream.of(
                        STATIC.stream(),
                        PROBES.stream(),
                        open.orderedStream().flatMap(paths -> paths.patterns().stream()))
                .flatMap(paths -> paths)
                .toArray(String[]::new);
        String[] ownerPaths = owners.orderedStream()
                .flatMap(paths -> paths.patterns().stream())
                .toArray(String[]::new);
        return http.securityContext(context -> context.securityContextRepository(sessions))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                // The token stays the same when a session begins or ends: a half-typed form in another tab must go
                // through.
                .csrf(csrf -> csrf.csrfTokenRepository(csrfCookie())
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .headers(SafeHeaders::write)
                .logout(logout -> logout.logoutSuccessUrl("/login?signedOut"))
                .addFilterBefore(new UploadGuard(toSignIn, tickets), CsrfFilter.class)
                .addFilterBefore(new SetUpGate(setUp, openBeforeSetUp()), ExceptionTranslationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(toSignIn))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(openPaths)
                                .permitAll()
                                .requestMatchers(ownerPaths)
                                .hasRole("OWNER")
                                .anyRequest()
                                .authenticated())
                .build();
    }

    private static CookieCsrfTokenRepository csrfCookie() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("csrf");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    private static RequestMatcher openBeforeSetUp() {
        return new OrRequestMatcher(
                Stream.of(STATIC.stream(), PROBES.stream(), Stream.of("/setup", "/setup/restore", "/setup/restore/*"))
                        .flatMap(paths -> paths)
                        .<RequestMatcher>map(PathPatternRequestMatcher.withDefaults()::matcher)
                        .toList());
    }
}

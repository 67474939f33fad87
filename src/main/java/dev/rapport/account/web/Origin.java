package dev.rapport.account.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The address that links for other people begin with: as configured, else as this request came. */
@Component
class Origin {
    private final String baseUrl;

    Origin(@Value("${rapport.base-url:}") String baseUrl) {
        this.baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    }

    String of(HttpServletRequest request) {
        return baseUrl.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : baseUrl;
    }
}

package dev.rapport.account.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Marks requests that came through a proxy, before Tomcat believes X-Forwarded-For and takes it off the request. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ForwardedMark implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Marking());
    }

    private static final class Marking extends ValveBase {
        private Marking() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (Locality.hasForwardingHeader(request)) {
                request.setAttribute(Locality.FORWARDED, Boolean.TRUE);
            }
            getNext().invoke(request, response);
        }
    }
}

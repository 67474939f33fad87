package dev.rapport.account.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a browser on this very machine from one behind a proxy on it: to a server both come from loopback. */
final class Locality {
    private static final Set<String> HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> OF_PROXIES = Set.of(
            "forwarded",
            "via",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip");

    static final String FORWARDED = "dev.rapport.forwarded";

    private Locality() {}

    static boolean isHere(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && request.getAttribute(FORWARDED) == null
                && !hasForwardingHeader(request)
                && HOSTS.contains(withoutPort(request.getHeader("Host")));
    }

    static boolean hasForwardingHeader(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-forwarded") || OF_PROXIES.contains(name));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static String withoutPort(@Nullable String host) {
        return host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst(":\\d+$", "");
    }
}

package dev.rapport.platform;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** Where the web server listens; port 0 stands for any free one. */
record ListenAddress(@Nullable String host, int port) {
    static ListenAddress of(Environment environment) {
        return new ListenAddress(
                environment.getProperty("server.address"),
                environment.getProperty(
                        "local.server.port",
                        Integer.class,
                        environment.getProperty("server.port", Integer.class, 8080)));
    }

    /** What to type into a browser on this machine. */
    String url() {
        String shown = host == null || host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
        return "http://" + (shown.contains(":") ? "[" + shown + "]" : shown) + ":" + port;
    }

    /** Asked before the database starts, so that a taken port costs a moment and touches nothing. */
    void requireFree() {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(socketAddress());
        } catch (UnknownHostException unknown) {
            throw notOurs(unknown);
        } catch (BindException refused) {
            String reason = String.valueOf(refused.getMessage());
            if (reason.contains("assign")) {
                throw notOurs(refused);
            }
            if (reason.contains("ermission")) {
                throw new StartRefused(
                        "Port " + port
                                + " may only be opened by an administrator. Choose one above 1023 with SERVER_PORT.",
                        refused);
            }
            throw new StartRefused(taken(port), refused);
        } catch (IOException refused) {
            throw new StartRefused(
                    "Port " + port + " can't be opened (" + refused.getMessage()
                            + "). Choose another with SERVER_PORT.",
                    refused);
        }
    }

    static String taken(int port) {
        return "Port " + port
                + " is already in use by another program. Stop that one, or choose another port with SERVER_PORT.";
    }

    private InetSocketAddress socketAddress() throws UnknownHostException {
        return host == null ? new InetSocketAddress(port) : new InetSocketAddress(InetAddress.getByName(host), port);
    }

    private StartRefused notOurs(IOException cause) {
        return new StartRefused(host + " isn't an address of this machine. Choose another with SERVER_ADDRESS.", cause);
    }
}

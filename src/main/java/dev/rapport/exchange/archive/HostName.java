package dev.rapport.exchange.archive;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** What people call the machine that Rapport runs on. */
final class HostName {
    private HostName() {}

    /** Asked when an archive was written: looking the name up may take seconds. */
    static String get() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "localhost";
        }
    }
}

package dev.rapport.account;

import dev.rapport.account.Throttle.Subject;
import dev.rapport.platform.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Shows on the console what only the person who started Rapport can read; asked of visitors who come from elsewhere. */
@Component
public class SetUpCode {
    private static final Logger LOG = LoggerFactory.getLogger("dev.rapport.Rapport");

    /** Without letters and digits that look alike. */
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    private static final int HALF = 4;
    private final SetUp setUp;
    private final Throttle throttle;
    private final String code = random();

    SetUpCode(SetUp setUp, Throttle throttle) {
        this.setUp = setUp;
        this.throttle = throttle;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        if (!setUp.isDone()) {
            LOG.info("Set-up code: {}", code);
        }
    }

    /** @throws Refused at {@code code} when it's another */
    public void check(String typed, String address) {
        Subject visitor = new Subject("setup", NetworkAddress.of(address), 5, Duration.ofMinutes(15));
        Subject anybody = new Subject("setup", "", 20, Duration.ofSeconds(30));
        throttle.count(List.of(anybody, visitor));
        String plain = typed.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (!MessageDigest.isEqual(bytes(plain), bytes(code.replace("-", "")))) {
            throw new Refused("code", "account.setup.code.wrong");
        }
        throttle.forget(List.of(anybody, visitor));
    }

    String code() {
        return code;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String random() {
        SecureRandom random = new SecureRandom();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2 * HALF; i++) {
            text.append(i == HALF ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}

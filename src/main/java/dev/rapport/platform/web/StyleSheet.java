package dev.rapport.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/**
 * All our style sheets in one file, so that a page waits for one answer and not for twenty: those of the shell in this
 * order, then those of the modules. The address carries the content's hash; templates know it as {@code styles}.
 */
@Controller
class StyleSheet {
    private static final List<String> SHELL = List.of(
            "tokens",
            "base",
            "shell",
            "plain",
            "buttons",
            "components",
            "tables",
            "lists",
            "choices",
            "overlays",
            "notices",
            "forms",
            "upload",
            "figures",
            "charts");
    private final byte[] css;
    private final String hash;

    private final boolean kept;

    StyleSheet(ThymeleafViewResolver views, @Value("${spring.web.resources.chain.cache:true}") boolean kept)
            throws IOException {
        this.kept = kept;
        css = read();
        hash = DigestUtils.md5DigestAsHex(css);
        views.addStaticVariable("styles", "/css/rapport-" + hash + ".css");
    }

    @GetMapping("/css/rapport-{hash}.css")
    void all(@PathVariable String hash, HttpServletResponse response) throws IOException {
        boolean current = kept && this.hash.equals(hash);
        response.setContentType("text/css;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, current ? StaticFiles.FOR_EVER.getHeaderValue() : "no-cache");
        response.getOutputStream().write(kept ? css : read());
    }

    private static byte[] read() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath:static/css/*.css");
        return Arrays.stream(files)
                .filter(file -> !name(file).equals("vendor"))
                .sorted(Comparator.comparingInt(StyleSheet::place).thenComparing(StyleSheet::name))
                .map(StyleSheet::text)
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String name(Resource file) {
        return Objects.requireNonNull(file.getFilename()).replace(".css", "");
    }

    private static int place(Resource file) {
        int place = SHELL.indexOf(name(file));
        return place < 0 ? SHELL.size() : place;
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

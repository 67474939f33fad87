package dev.rapport.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SortKeyTest {
    @Test
    void putsLatinFirstAndHanByPinyin() {
        List<String> sorted = Stream.of("张三", "Zoe", "陈一", "bob", "王五", "Ünal", "Ann", "李四", "Émile", "阿宝")
                .sorted(Comparator.comparing(SortKey::of, Arrays::compareUnsigned))
                .toList();
        assertThat(sorted).containsExactly("Ann", "bob", "Émile", "Ünal", "Zoe", "阿宝", "陈一", "李四", "王五", "张三");
    }

    @Test
    void staysShort() {
        assertThat(SortKey.of("名".repeat(500))).hasSizeLessThanOrEqualTo(200);
        assertThat(SortKey.of("\uD83D\uDE00 '\";--")).isNotNull();
    }
}

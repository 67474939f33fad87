package dev.rapport.metrics.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** RFM scores against 995 customers scored by the package rfm, and what must hold of any. */
class RfmTest {

    @Test
    void sharesOutEveryCodeOnce() {
        int[] codes = Arrays.stream(RfmSegment.values())
                .flatMapToInt(segment -> Arrays.stream(segment.codes()))
                .sorted()
                .toArray();
        int[] all = IntStream.rangeClosed(1, 5)
                .boxed()
                .flatMapToInt(r -> IntStream.rangeClosed(1, 5)
                        .boxed()
                        .flatMapToInt(f -> IntStream.rangeClosed(1, 5).map(m -> 100 * r + 10 * f + m)))
                .toArray();
        assertThat(codes).containsExactly(all);
        assertThat(RfmSegment.values()).hasSize(11);
    }

    @Test
    void scoresNineHundredAndNinetyFiveCustomersAsThePackageDoes() throws IOException {
        TreeMap<String, long[]> orders = new TreeMap<>();
        LocalDate day = LocalDate.of(2006, 12, 31);
        for (String line : lines("rfm_data_orders.csv")) {
            String[] cells = line.split(",");
            long[] of = orders.computeIfAbsent(cells[0], name -> new long[] {Long.MAX_VALUE, 0, 0});
            of[0] = Math.min(of[0], ChronoUnit.DAYS.between(LocalDate.parse(cells[1]), day));
            of[1]++;
            of[2] += Rfm.units(new BigDecimal(cells[2]));
        }
        List<long[]> rows = List.copyOf(orders.values());
        Rfm rfm = Rfm.of(column(rows, 0), column(rows, 1), column(rows, 2));

        assertThat(rfm.recency().cuts(1))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(decimals("115", "181", "297.4", "482"));
        assertThat(rfm.frequency().cuts(1))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(decimals("4", "5", "6", "8"));
        assertThat(rfm.amount().cuts(Rfm.ONE))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactly(decimals("255.8", "382", "506.4", "666"));
        List<String> reference = lines("rfm_orders_reference.csv");
        assertThat(reference).hasSize(995).hasSameSizeAs(orders.keySet());
        for (String line : reference) {
            String[] cells = line.split(",");
            long[] of = orders.get(cells[0]);
            assertThat(rfm.code(of[0], of[1], of[2])).as(line).isEqualTo(code(cells));
        }
    }

    private static int code(String[] cells) {
        return Integer.parseInt(cells[4]) * 100 + Integer.parseInt(cells[5]) * 10 + Integer.parseInt(cells[6]);
    }

    @Test
    void givesEqualValuesEqualScores() {
        Quintiles same = Quintiles.of(new long[] {7, 7, 7, 7, 7, 7}, 1);
        assertThat(same.score(7)).isEqualTo(1);
        Quintiles few = Quintiles.of(new long[] {1, 2, 3}, 1);
        assertThat(few.score(1)).isLessThanOrEqualTo(few.score(2));
        Quintiles one = Quintiles.of(new long[] {5}, 1);
        assertThat(one.score(5)).isEqualTo(1);
        assertThat(one.score(6)).isEqualTo(5);
    }

    private static long[] column(List<long[]> rows, int i) {
        return rows.stream().mapToLong(row -> row[i]).toArray();
    }

    private static BigDecimal[] decimals(String... texts) {
        return Arrays.stream(texts).map(BigDecimal::new).toArray(BigDecimal[]::new);
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(ReferenceValues.file(file)).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .toList();
    }
}

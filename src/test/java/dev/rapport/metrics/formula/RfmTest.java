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
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

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
        JsonNode expected = ReferenceValues.of("rfm-11-map").get("expected");
        assertThat(codes).hasSize(expected.get("codes").asInt());
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

        JsonNode first = ReferenceValues.of("rfm-orders-5").get("expected");
        cuts(rfm.recency().cuts(1), first.get("cutpoints").get("recency"));
        cuts(rfm.frequency().cuts(1), first.get("cutpoints").get("frequency"));
        cuts(rfm.amount().cuts(Rfm.ONE), first.get("cutpoints").get("monetary"));
        for (JsonNode row : first.get("rows")) {
            long[] of = orders.get(row.get(0).asString());
            assertThat(of)
                    .containsExactly(
                            row.get(1).asLong(), row.get(2).asLong(), row.get(3).asLong() * Rfm.ONE);
            assertThat(rfm.code(of[0], of[1], of[2])).isEqualTo(row.get(7).asInt());
        }
        counts(rows.stream().mapToInt(of -> rfm.code(of[0], of[1], of[2])).toArray());
        List<String> reference = lines("rfm_orders_reference.csv");
        assertThat(reference).hasSize(995).hasSameSizeAs(orders.keySet());
        for (String line : reference) {
            String[] cells = line.split(",");
            long[] of = orders.get(cells[0]);
            assertThat(rfm.code(of[0], of[1], of[2])).as(line).isEqualTo(code(cells));
        }
    }

    /** Its names say "Customers" after two of the segments. */
    private static void counts(int[] codes) {
        JsonNode expected = ReferenceValues.of("rfm-orders-all").get("expected");
        for (int score = 1; score <= 5; score++) {
            int as = score;
            assertThat(IntStream.of(codes).filter(code -> code / 100 == as))
                    .hasSize(expected.get("score_counts")
                            .get("recency")
                            .get(as - 1)
                            .asInt());
            assertThat(IntStream.of(codes).filter(code -> code / 10 % 10 == as))
                    .hasSize(expected.get("score_counts")
                            .get("frequency")
                            .get(as - 1)
                            .asInt());
            assertThat(IntStream.of(codes).filter(code -> code % 10 == as))
                    .hasSize(expected.get("score_counts")
                            .get("monetary")
                            .get(as - 1)
                            .asInt());
        }
        JsonNode segments = expected.get("segments_11");
        for (RfmSegment segment : RfmSegment.values()) {
            JsonNode named = segments.path(segment.title() + " Customers");
            assertThat(IntStream.of(codes).filter(code -> RfmSegment.of(code) == segment))
                    .as(segment.title())
                    .hasSize(named.asInt(segments.path(segment.title()).asInt(-1)));
        }
    }

    private static void cuts(List<BigDecimal> found, JsonNode expected) {
        assertThat(found)
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .containsExactlyElementsOf(ReferenceValues.numbers(expected));
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

    /** Scores by numpy.quantile(values, [.2, .4, .6, .8]) + 1 (its default is R's type 7), half-open. */
    @ParameterizedTest
    @CsvSource({
        "5, 1",
        "5 9, 14",
        "9 5 5, 511",
        "1 2 3 4, 1124",
        "1 2 3 4 5, 11234",
        "3 3 3 3 9, 11115",
        "-40 -3 0 0 7 7 7 20 90, 112233355",
    })
    void cutsAsNumpyDoes(String values, String scores) {
        long[] all = Arrays.stream(values.split(" ")).mapToLong(Long::parseLong).toArray();
        Quintiles whole = Quintiles.of(all, 1);
        StringBuilder found = new StringBuilder();
        LongStream.of(all).map(whole::score).forEach(found::append);
        assertThat(found).hasToString(scores);
    }

    private static long[] column(List<long[]> rows, int i) {
        return rows.stream().mapToLong(row -> row[i]).toArray();
    }

    private static List<String> lines(String file) throws IOException {
        return Files.readAllLines(ReferenceValues.file(file)).stream()
                .skip(1)
                .map(line -> line.replace("\"", ""))
                .toList();
    }
}

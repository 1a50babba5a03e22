package thalweg.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import thalweg.array.Misuse;

class DatasetTest {
    @TempDir
    Path folder;

    private Dataset table(String text) throws IOException {
        return Dataset.of(Files.writeString(folder.resolve("t.csv"), text));
    }

    @Test
    void readsNamesUnitsNumbersAndWords() throws IOException {
        Dataset t =
                table("# where it is from\nplanet, axis [au],period [d]\nMercury,0.387,87.97\n\nVenus,0.723,224.7\n");
        assertThat(t.columns()).extracting(Column::name).containsExactly("planet", "axis", "period");
        assertThat(t.column("axis").unit().factor()).isEqualTo(149597870700.0);
        assertThat(t.numbers("period")).containsExactly(87.97, 224.7);
        assertThat(t.texts("planet")).containsExactly("Mercury", "Venus");
        assertThat(t.numeric()).extracting(Column::name).containsExactly("axis", "period");
        assertThat(t.rows()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"x,y#1,2#3,4", "x;y#1;2#3;4", "x\ty#1\t2#3\t4", "x  y#  1   2# 3    4", "\uFEFFx,y#1,2#3,4"})
    void findsTheSeparator(String lines) throws IOException {
        Dataset t = table(lines.replace('#', '\n'));
        assertThat(t.numbers("x")).containsExactly(1, 3);
        assertThat(t.numbers("y")).containsExactly(2, 4);
    }

    @Test
    void readsWideTextAndQuotes() throws IOException {
        Files.write(folder.resolve("w.csv"), "x,\"y \"\"q\"\"\"\n1,\"2\"\n".getBytes(StandardCharsets.UTF_16));
        assertThat(Dataset.of(folder.resolve("w.csv")).numbers("y \"q\"")).containsExactly(2);
        Files.write(folder.resolve("l.csv"), "größe,y\n1,2\n".getBytes(Charset.forName("windows-1252")));
        assertThat(Dataset.of(folder.resolve("l.csv")).numbers("größe")).containsExactly(1);
    }

    @Test
    void missingIsNaNAndInfinityIsANumber() throws IOException {
        Dataset t = table("x,y\nNA,inf\n,-Infinity\n-,1e400\n");
        assertThat(t.numbers("x")).containsExactly(Double.NaN, Double.NaN, Double.NaN);
        assertThat(t.column("x").missing()).isEqualTo(3);
        assertThat(t.numbers("y"))
                .containsExactly(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x,y#1,2#3            | 1 cells in row 2 (line 3)",
                "x,y#1,2,3            | 3 cells in row 1 (line 2)",
                "x,x#1,2              | two columns named \"x\"",
                "x,#1,2               | no name for column 2",
                "x,y                  | only a header",
                "'#'                  | is empty",
                "1,2#3,4              | numbers in the first line",
                "x,y#1,\"2            | quotes that are closed",
            })
    void saysWhatIsWrongWithAFile(String lines, String message) {
        assertThatThrownBy(() -> table(lines.replace('#', '\n')))
                .isInstanceOf(Misuse.class)
                .hasMessageContaining(message);
    }

    @Test
    void namesTheCellThatIsNoNumber() throws IOException {
        Dataset t = table("x,y\n1,2\n3,abc\n");
        assertThat(t.column("y").kind()).isEqualTo(Column.Kind.MIXED);
        assertThatThrownBy(() -> t.numbers("y")).hasMessageContaining("\"abc\" in row 2 (line 3)");
        assertThatThrownBy(() -> table("x;y\n1,5;2\n1;2\n").numbers("x")).hasMessageContaining("decimal point");
        assertThatThrownBy(() -> t.numbers("z")).hasMessageContaining("x, y");
    }

    @Test
    void binaryFoldersAndAbsentFilesAreNamed() throws IOException {
        Files.write(folder.resolve("b.bin"), new byte[] {'P', 'K', 3, 4, 0, 0});
        assertThatThrownBy(() -> Dataset.of(folder.resolve("b.bin"))).hasMessageContaining("save the sheet as CSV");
        assertThatThrownBy(() -> Dataset.of(folder)).hasMessageContaining("is a folder");
        Files.writeString(folder.resolve("planets.csv"), "x\n1\n");
        assertThatThrownBy(() -> Dataset.of(folder.resolve("plants.csv"))).hasMessageContaining("planets.csv");
    }

    @Test
    void blocksHoldEveryRowOnce() throws IOException {
        StringBuilder text = new StringBuilder("n,m\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i).append(',').append(-i).append('\n');
        }
        Dataset file = table(text.toString());
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("n", file.numbers("n"));
        columns.put("m", file.numbers("m"));
        for (Dataset t : List.of(file, Dataset.of(columns))) {
            List<Double> seen = new ArrayList<>();
            t.stream(List.of("m", "n"), (first, count, block) -> {
                assertThat(first).isEqualTo(seen.size());
                for (int i = 0; i < count; i++) {
                    assertThat(block[0][i]).isEqualTo(-block[1][i]);
                    seen.add(block[1][i]);
                }
            });
            assertThat(seen).hasSize(10_000).isSorted();
        }
    }

    @Test
    void whatIsWrittenReadsBackToTheSameBits() throws IOException {
        Map<String, double[]> numbers = new LinkedHashMap<>();
        numbers.put("x [m/s]", new double[] {0.1, -0.0, 1e300, Double.MIN_VALUE, 12, Double.NaN, 2.0 / 3});
        Map<String, String[]> words = Map.of("name", new String[] {"a,b", "\"q\"", "=1+1", "", "#x", "ü", "z"});
        Dataset t = Dataset.of(numbers, words);
        Dataset back = table(CsvText.of(t));
        assertThat(back.numbers("x")).containsExactly(t.numbers("x"));
        assertThat(back.column("x").unitText()).isEqualTo("m/s");
        assertThat(back.texts("name")).containsExactly("a,b", "\"q\"", "'=1+1", "", "#x", "ü", "z");
    }
}

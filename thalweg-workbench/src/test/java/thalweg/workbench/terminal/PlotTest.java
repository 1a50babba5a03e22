package thalweg.workbench.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import thalweg.study.Axis;
import thalweg.study.Figure;
import thalweg.study.Layer;
import thalweg.study.Layer.Ink;

class PlotTest {
    private static final String SGR = "\u001b\\[[0-9;]*m";
    private static final Screen ASCII = new Screen(80, false, false, false);
    private static final Screen UNICODE = new Screen(80, false, true, false);
    private static final Screen COLOR = new Screen(80, true, true, false);

    private static List<String> plot(Screen screen, Axis x, Axis y, Layer... layers) {
        return new Plot(screen).lines(new Figure.Picture("p", "A title", "", x, y, List.of(layers)));
    }

    private static int[] place(List<String> lines, String mark, int nth) {
        int seen = 0;
        for (int row = 2; row < 18; row++) {
            for (int at = lines.get(row).indexOf(mark, 10);
                    at >= 0;
                    at = lines.get(row).indexOf(mark, at + 1)) {
                if (seen++ == nth) {
                    return new int[] {row, at};
                }
            }
        }
        throw new AssertionError("no " + mark + " number " + nth + " in\n" + String.join("\n", lines));
    }

    /// y = x^2 in double logarithms is straight: equal steps across are equal steps up.
    @Test
    void logarithmicAxesMakePowersStraight() {
        double[] x = {1, 10, 100, 1000, 10000};
        double[] y = {1, 100, 1e4, 1e6, 1e8};
        List<String> lines =
                plot(ASCII, Axis.log("x", "m"), Axis.log("y", "s"), Layer.Points.of("data", Ink.DATA, x, y));
        int[] top = place(lines, "o", 0);
        int[] middle = place(lines, "o", 2);
        int[] bottom = place(lines, "o", 4);
        assertThat(Math.abs(top[0] + bottom[0] - 2 * middle[0])).isLessThanOrEqualTo(1);
        assertThat(Math.abs(top[1] + bottom[1] - 2 * middle[1])).isLessThanOrEqualTo(1);
        assertThat(top[1]).isGreaterThan(bottom[1]);
        assertThat(lines.getFirst()).isEqualTo("A title");
        assertThat(lines.get(1)).isEqualTo("y [s]");
        assertThat(lines.get(20)).endsWith("x [m]");
        assertThat(lines.getLast()).endsWith("o data");
        assertThat(String.join("\n", lines)).contains("   1e8 +", "1000").matches("\\p{ASCII}*");
    }

    @Test
    void marksStandWhereTheTicksSay() {
        List<String> lines = plot(
                ASCII,
                Axis.linear("x", ""),
                Axis.linear("y", ""),
                Layer.Points.of("", Ink.DATA, new double[] {0, 5, 10}, new double[] {0, 5, 10}));
        int[] five = place(lines, "o", 1);
        String labels = lines.get(19);
        assertThat(labels.charAt(five[1])).isNotEqualTo(' ');
        assertThat(lines.get(five[0])).contains("+");
    }

    @Test
    void errorBarsAreDrawnOnBothAxes() {
        List<String> lines = plot(
                ASCII,
                Axis.linear("x", ""),
                Axis.linear("y", ""),
                new Layer.Points(
                        "", Ink.DATA, new double[] {0, 1}, new double[] {0, 1}, new double[] {0.3, 0.3}, new double[] {
                            0.3, 0.3
                        }));
        assertThat(String.join("\n", lines)).contains("---o---").contains("|");
    }

    /// A bar that reaches below zero on a logarithmic axis goes to its foot.
    @Test
    void errorBarThatLeavesALogarithmicAxisEndsAtItsFoot() {
        List<String> lines = plot(
                ASCII,
                Axis.linear("x", ""),
                Axis.log("y", ""),
                new Layer.Points(
                        "", Ink.DATA, new double[] {0, 1}, new double[] {100, 1}, new double[0], new double[] {200, 0
                        }));
        int column = place(lines, "o", 0)[1];
        assertThat(lines.get(17).charAt(column)).isEqualTo('|');
    }

    @Test
    void everyLayerIsDrawnOnEveryScreen() {
        double[] two = {0, 1};
        double[] grid = {0, 1, 2, 3};
        Layer[] layers = {
            new Layer.Line("line", Ink.MODEL, two, two),
            new Layer.Line("known", Ink.REFERENCE, two, two),
            new Layer.Band("band", Ink.MODEL, two, new double[] {0, 0.5}, new double[] {0.5, 1}),
            new Layer.Bars("bars", Ink.SECOND, two, two, 0.4),
            new Layer.Contours("", Ink.DATA, two, two, grid, new double[] {1, 2}),
            new Layer.Cells("", Ink.DATA, two, two, grid),
            new Layer.Arrows("arrows", Ink.DATA, two, two, new double[] {0.2, 0}, new double[] {0, -0.2}),
            new Layer.Words("", Ink.DATA, two, two, new String[] {"left", "right"}),
            Layer.Points.of("alarm", Ink.ALARM, two, two),
        };
        for (Layer layer : layers) {
            for (Screen screen : new Screen[] {ASCII, UNICODE, COLOR}) {
                List<String> lines = plot(screen, Axis.linear("x", ""), Axis.linear("y", ""), layer);
                String drawn = lines.subList(2, 18).stream()
                        .map(line -> line.replaceAll(SGR, "").substring(10))
                        .collect(Collectors.joining());
                assertThat(drawn).as(layer + " on " + screen).isNotBlank();
                assertThat(lines)
                        .allSatisfy(line ->
                                assertThat(Safe.width(line.replaceAll(SGR, ""))).isLessThanOrEqualTo(72));
            }
        }
    }

    @Test
    void whatCannotBePlacedIsLeftOut() {
        double[] x = {1, 2, Double.NaN, 4, Double.POSITIVE_INFINITY};
        double[] y = {1, Double.NaN, 3, -4, 5};
        List<String> lines = plot(
                ASCII,
                Axis.log("x", ""),
                Axis.log("y", ""),
                Layer.Points.of("", Ink.DATA, x, y),
                new Layer.Line("", Ink.MODEL, x, y));
        assertThat(String.join("\n", lines.subList(2, 18)).chars().filter(c -> c == 'o'))
                .hasSize(1);
        assertThat(plot(ASCII, Axis.linear("x", ""), Axis.linear("y", ""))).hasSizeGreaterThan(18);
    }
}

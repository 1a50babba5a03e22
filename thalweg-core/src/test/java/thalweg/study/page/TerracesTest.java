package thalweg.study.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class TerracesTest {
    private static final Pattern PLACE = Pattern.compile("([ML])(-?[0-9.]+) (-?[0-9.]+)");

    /// The area between outlines by the shoelace formula, holes taken off by their turn.
    private static double area(String path) {
        double sum = 0;
        for (String outline : path.split("Z", -1)) {
            Matcher place = PLACE.matcher(outline);
            double[] first = null;
            double[] before = null;
            while (place.find()) {
                double[] at = {Double.parseDouble(place.group(2)), Double.parseDouble(place.group(3))};
                sum += before == null ? 0 : before[0] * at[1] - before[1] * at[0];
                first = first == null ? at : first;
                before = at;
            }
            sum += before == null || first == null ? 0 : before[0] * first[1] - before[1] * first[0];
        }
        return Math.abs(sum) / 2;
    }

    private static double above(double level, double sign) {
        int n = 201;
        double[] x = new double[n];
        double[] height = new double[n * n];
        for (int i = 0; i < n; i++) {
            x[i] = -1 + 2.0 * i / (n - 1);
        }
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < n; i++) {
                height[j * n + i] = sign * (x[i] * x[i] + x[j] * x[j]);
            }
        }
        Scale across = Scale.exact(-1, 1, 0, 400);
        Scale up = Scale.exact(-1, 1, 400, 0);
        return area(Terraces.path(x, x, height, level, across, up));
    }

    /// A hill of circles, a hollow of circles in a square, and circles cut off by the edge.
    @Test
    void outlinesHoldTheRightArea() {
        assertThat(above(-0.49, -1)).isCloseTo(Math.PI * 0.49 * 200 * 200, within(60.0));
        assertThat(above(0.49, 1)).isCloseTo(400 * 400 - Math.PI * 0.49 * 200 * 200, within(60.0));
        assertThat(above(-3, -1)).isCloseTo(400 * 400, within(1e-9));
        assertThat(Terraces.path(
                        new double[] {0, 1},
                        new double[] {0, 1},
                        new double[4],
                        1,
                        Scale.exact(0, 1, 0, 1),
                        Scale.exact(0, 1, 0, 1)))
                .isEmpty();
    }

    /// Two peaks across a cell whose middle is low are two outlines; with a high middle they are one.
    @Test
    void saddleCellsFollowTheirMiddle() {
        double[] two = {0, 1};
        Scale scale = Scale.exact(0, 1, 0, 100);
        assertThat(Terraces.path(two, two, new double[] {1, -3, -3, 1}, 0, scale, scale)
                        .split("Z"))
                .hasSize(2);
        assertThat(Terraces.path(two, two, new double[] {3, -1, -1, 3}, 0, scale, scale)
                        .split("Z"))
                .hasSize(1);
    }
}

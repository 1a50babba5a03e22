package thalweg.system;

import java.util.List;
import thalweg.array.Misuse;
import thalweg.array.Tensor;
import thalweg.flow.Field;
import thalweg.flow.Rate;

/// Bodies of any masses that attract each other in the plane, `(x1, y1, x2, y2, .., vx1, vy1, ..)`:
/// `r_i'' = sum_j m_j (r_j - r_i) / |r_j - r_i|^3`. Momentum, energy and angular momentum are conserved (Lagrange
/// 1772).
///
/// @param mass of each body
public record ThreeBody(double[] mass) implements Field<Tensor> {
    /// @throws Misuse for other than three masses
    public ThreeBody {
        if (mass.length != 3) {
            throw new Misuse(mass.length + " masses", "three", "give a mass a body");
        }
        mass = mass.clone();
    }

    /// Unit masses.
    public ThreeBody() {
        this(new double[] {1, 1, 1});
    }

    @Override
    public Tensor at(Tensor t, Tensor s) {
        Tensor[] place = new Tensor[3];
        Tensor[] pull = new Tensor[3];
        for (int i = 0; i < 3; i++) {
            place[i] = s.slice(0, 2 * i, 2 * i + 2);
            pull[i] = place[i].times(0);
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i != j) {
                    Tensor apart = place[j].minus(place[i]);
                    Tensor square = apart.square().sum();
                    pull[i] = pull[i].plus(apart.times(mass[j]).over(square.times(square.sqrt())));
                }
            }
        }
        return Tensor.concatenate(0, List.of(s.slice(0, 6, 12), pull[0], pull[1], pull[2]));
    }

    @Override
    public Rate<Tensor> flat(Tensor example) {
        return Rate.written(example, (t, s, out) -> {
            System.arraycopy(s, 6, out, 0, 6);
            java.util.Arrays.fill(out, 6, 12, 0);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (i != j) {
                        double x = s[2 * j] - s[2 * i];
                        double y = s[2 * j + 1] - s[2 * i + 1];
                        double square = x * x + y * y;
                        double pull = mass[j] / (square * Math.sqrt(square));
                        out[6 + 2 * i] += pull * x;
                        out[7 + 2 * i] += pull * y;
                    }
                }
            }
        });
    }
}

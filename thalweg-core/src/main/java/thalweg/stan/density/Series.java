package thalweg.stan.density;

import java.util.List;
import thalweg.array.Loops;
import thalweg.array.Tensor;

/// Incomplete gamma and beta functions of traced numbers, by series and continued fractions of a fixed length (DLMF
/// 8.7.1,
/// 8.9.2 and 8.17.22 in the form of Lentz); exact to rounding where the order is below about a thousand.
final class Series {
    private static final int TURNS = 200;
    private static final Tensor ONE = Tensor.of(1);
    private static final double TINY = 1e-300;

    private Series() {}

    /// `log P(a, x)`, or `log Q(a, x)`.
    static Tensor gamma(boolean upper, Tensor order, Tensor place) {
        Tensor a = order.plus(place.times(0));
        Tensor x = place.plus(order.times(0));
        Tensor small = x.less(a.plus(1));
        Tensor front = a.times(x.log()).minus(x).minus(a.lgamma());
        Tensor low = small.select(x, a.times(0.5));
        Tensor sum = Loops.times(TURNS, List.of(a.reciprocal(), a.reciprocal()), (turn, s) -> {
                    Tensor term = s.get(0).times(low).over(a.plus(turn.real().plus(1)));
                    return List.of(term, s.get(1).plus(term));
                })
                .get(1);
        Tensor lower = front.plus(sum.log());
        Tensor high = small.select(a.plus(2), x);
        Tensor b = high.plus(1).minus(a);
        Tensor fraction = Loops.times(
                        TURNS,
                        List.of(b, Tensor.of(1 / TINY).plus(b.times(0)), b.reciprocal(), b.reciprocal()),
                        (turn, s) -> {
                            Tensor n = turn.real().plus(1);
                            Tensor an = n.neg().times(n.minus(a));
                            Tensor next = s.get(0).plus(2);
                            Tensor d = an.times(s.get(2)).plus(next).reciprocal();
                            Tensor c = next.plus(an.over(s.get(1)));
                            return List.of(next, c, d, s.get(3).times(d).times(c));
                        })
                .get(3);
        Tensor above = front.plus(fraction.log());
        Tensor direct = small.select(lower, above);
        Tensor other = Special.log1mExp(direct.min(Tensor.of(-1e-300)));
        return upper ? small.select(other, direct) : small.select(direct, other);
    }

    /// `log I_x(a, b)`, or of its complement.
    static Tensor beta(boolean upper, Tensor place, Tensor first, Tensor second) {
        Tensor zero = place.plus(first).plus(second).times(0);
        Tensor x = place.plus(zero);
        Tensor a = first.plus(zero);
        Tensor b = second.plus(zero);
        Tensor turned = x.greater(a.plus(1).over(a.plus(b).plus(2)));
        Tensor p = turned.select(b, a);
        Tensor q = turned.select(a, b);
        Tensor y = turned.select(x.neg().plus(1), x);
        Tensor d0 = ONE.minus(p.plus(q).times(y).over(p.plus(1))).reciprocal();
        Tensor fraction = Loops.times(TURNS, List.of(d0.times(0).plus(1), d0, d0), (turn, s) -> {
                    Tensor m = turn.real().plus(1);
                    Tensor two = p.plus(m.times(2));
                    Tensor even = m.times(q.minus(m)).times(y).over(two.minus(1).times(two));
                    Tensor d = even.times(s.get(1)).plus(1).reciprocal();
                    Tensor c = even.over(s.get(0)).plus(1);
                    Tensor h = s.get(2).times(d).times(c);
                    Tensor odd =
                            p.plus(m).neg().times(p.plus(q).plus(m)).times(y).over(two.times(two.plus(1)));
                    Tensor nextD = odd.times(d).plus(1).reciprocal();
                    Tensor nextC = odd.over(c).plus(1);
                    return List.of(nextC, nextD, h.times(nextD).times(nextC));
                })
                .get(2);
        Tensor front = p.times(y.log())
                .plus(q.times(Special.log1m(y)))
                .minus(Special.logBeta(p, q))
                .minus(p.log());
        Tensor direct = front.plus(fraction.log());
        Tensor other = Special.log1mExp(direct.min(Tensor.of(-1e-300)));
        return upper ? turned.select(direct, other) : turned.select(other, direct);
    }

    /// A tail of Student's law at a standardised place.
    static Tensor student(boolean upper, Tensor freedom, Tensor z) {
        Tensor x = freedom.over(freedom.plus(z.square()));
        Tensor half = beta(false, x, freedom.times(0.5), Tensor.of(0.5)).minus(0.6931471805599453);
        Tensor small = upper ? z.greater(Tensor.of(0)) : z.less(Tensor.of(0));
        return small.select(half, Special.log1mExp(half));
    }
}

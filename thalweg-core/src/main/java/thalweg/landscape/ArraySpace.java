package thalweg.landscape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Tensor;
import thalweg.array.transform.Calculus;

/// Several independent places of one space.
record ArraySpace(Space each, int count) implements Space {
    @Override
    public int free() {
        return count * each.free();
    }

    @Override
    public Image at(Tensor u) {
        if (count == 1) {
            Image one = each.at(u);
            return new Image(one.place().expand(0, 1), one.logJacobian());
        }
        List<Tensor> both = Calculus.<Tensor, List<Tensor>>batch(row -> {
                    Image one = each.at(row);
                    return List.of(one.place(), one.logJacobian());
                })
                .apply(u.reshape(count, each.free()));
        Tensor log = both.get(1);
        return new Image(both.get(0), log.rank() == 0 ? log.times((double) count) : log.sum());
    }

    @Override
    public double[] free(double[] place) {
        int size = count == 0 ? 0 : place.length / count;
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(each.free(Arrays.copyOfRange(place, i * size, (i + 1) * size)));
        }
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
    }
}

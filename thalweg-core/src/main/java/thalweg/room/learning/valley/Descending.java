package thalweg.room.learning.valley;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Tensor;
import thalweg.flow.Ending;
import thalweg.flow.Flow;
import thalweg.flow.Promise;
import thalweg.flow.motion.Moving;

/// A motion down a terrain that knows its height and slope, so that a run can stop by them.
record Descending(Flow<Tensor, Moving> flow, Terrain terrain) implements Flow<Tensor, Moving> {
    @Override
    public Moving begin(Tensor at, Key key) {
        return flow.begin(at, key);
    }

    @Override
    public Moving step(Moving now, Key key) {
        return flow.step(now, key);
    }

    @Override
    public Tensor place(Moving now) {
        return flow.place(now);
    }

    @Override
    public Promise promise() {
        return new Promise.Descends(false);
    }

    @Override
    public boolean draws() {
        return false;
    }

    @Override
    public double time(Moving now) {
        return flow.time(now);
    }

    @Override
    public double height(Moving now) {
        return terrain.height(Arrays.copyOf(now.x(), terrain.size()));
    }

    @Override
    public double slope(Moving now) {
        return Newton.norm(terrain.slope(Arrays.copyOf(now.x(), terrain.size())));
    }

    @Override
    public @Nullable Ending ending(Moving now, long step) {
        return flow.ending(now, step);
    }

    @Override
    public Flow<Tensor, Moving> until(double time) {
        return new Descending(flow.until(time), terrain);
    }
}

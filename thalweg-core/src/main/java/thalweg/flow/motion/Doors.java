package thalweg.flow.motion;

import org.jspecify.annotations.Nullable;
import thalweg.landscape.Energy;
import thalweg.landscape.Flat;

/// The door of the loss that was asked for last, made once.
final class Doors<S> {
    private record Made<S>(Energy<S> energy, Flat<S> flat) {}

    private volatile @Nullable Made<S> made;

    Flat<S> of(Energy<S> energy, S example) {
        Made<S> now = made;
        if (now == null || !now.energy.equals(energy)) {
            now = new Made<>(energy, energy.flat(example));
            made = now;
        }
        return now.flat;
    }
}

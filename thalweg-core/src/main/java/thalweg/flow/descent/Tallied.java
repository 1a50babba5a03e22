package thalweg.flow.descent;

import static thalweg.flow.descent.Descending.HEIGHT;
import static thalweg.flow.descent.Descending.SLOPE;

import thalweg.flow.Flow;

/// A descent that keeps its height and slope in the tally of its state.
interface Tallied<S, W> extends Flow<S, Descending<W>> {
    @Override
    default double height(Descending<W> now) {
        return now.tally()[HEIGHT];
    }

    @Override
    default double slope(Descending<W> now) {
        return now.tally()[SLOPE];
    }
}

package thalweg.study;

import thalweg.array.Misuse;

/// One thing in the way of an experiment.
///
/// @param knob path of the knob concerned, as `sampler.depth`; empty if none is
public record Problem(String knob, String found, String expected, String todo) {
    /// A misuse, laid at the door of a knob.
    public static Problem of(String knob, Misuse misuse) {
        return new Problem(knob, misuse.found(), misuse.expected(), misuse.todo());
    }

    @Override
    public String toString() {
        return (knob.isEmpty() ? "" : "--" + knob + ": ") + "found " + found + "\n  expected " + expected + "\n  "
                + todo;
    }
}

package thalweg.array.run;

import thalweg.array.Key;
import thalweg.array.Source;

/// Random numbers of keys.
///
/// @param draws how many keys
/// @param each numbers of a draw
record Drawing(Source.Law law, Ref keys, Ref to, int draws, int each) implements Instruction {
    @Override
    public void run(Frame frame) {
        long[] from = keys.words(frame);
        for (int k = 0; k < draws; k++) {
            Key key = new Key(from[2 * k], from[2 * k + 1]);
            switch (law) {
                case UNIFORM -> key.uniforms(0, to.reals(frame), k * each, each);
                case NORMAL -> key.normals(0, to.reals(frame), k * each, each);
                case EXPONENTIAL -> key.exponentials(0, to.reals(frame), k * each, each);
                case BITS -> {
                    for (int i = 0; i < each; i++) {
                        to.words(frame)[k * each + i] = key.bits(i);
                    }
                }
            }
        }
    }

    /// Child keys.
    record Children(Ref keys, Ref numbers, Ref to, int n) implements Instruction {
        @Override
        public void run(Frame frame) {
            long[] from = keys.words(frame);
            long[] out = to.words(frame);
            for (int k = 0; k < n; k++) {
                Key child = new Key(from[2 * k], from[2 * k + 1]).fold(numbers.words(frame)[k]);
                out[2 * k] = child.word();
                out[2 * k + 1] = child.stream();
            }
        }
    }
}

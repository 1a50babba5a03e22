package thalweg.array.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Op;
import thalweg.array.Tensor;
import thalweg.array.Type;

/// An operation without a kernel of its own, by its plain meaning.
record Fallback(Op op, List<Ref> from, List<Type> types, List<Ref> to, List<Type> results) implements Instruction {
    @Override
    public void run(Frame frame) {
        List<Tensor> in = new ArrayList<>(from.size());
        for (int i = 0; i < from.size(); i++) {
            Ref ref = from.get(i);
            int n = types.get(i).shape().count();
            int at = ref.at(frame);
            in.add(
                    types.get(i).isReal()
                            ? Tensor.wrap(
                                    Arrays.copyOfRange(ref.reals(frame), at, at + n),
                                    types.get(i).shape())
                            : Tensor.wrap(
                                    Arrays.copyOfRange(ref.words(frame), at, at + n),
                                    types.get(i).shape()));
        }
        List<Tensor> out = op.on(in.toArray(Tensor[]::new));
        for (int r = 0; r < to.size(); r++) {
            Ref ref = to.get(r);
            int n = results.get(r).shape().count();
            if (results.get(r).isReal()) {
                System.arraycopy(out.get(r).reals(), 0, ref.reals(frame), ref.at(frame), n);
            } else {
                System.arraycopy(out.get(r).wholes(), 0, ref.words(frame), ref.at(frame), n);
            }
        }
    }
}

package thalweg.stan.trace;

import java.util.List;
import thalweg.array.Key;
import thalweg.stan.text.Expr;
import thalweg.stan.type.Density;

/// Random numbers of generated quantities, each a function of a key and the number of calls before it.
final class Draws {
    private final Key key;
    private long calls;

    Draws(Key key) {
        this.key = key;
    }

    Value of(Expr.Name name, Density density, List<Value> arguments) {
        Key own = key.fold(calls++);
        throw new Fault(name.at(), density.name() + " has no draws yet " + own + arguments.size());
    }
}

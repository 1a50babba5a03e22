package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import thalweg.array.Key;
import thalweg.flow.Rate;
import thalweg.room.mechanics.field.Example;
import thalweg.room.mechanics.field.Path;
import thalweg.room.mechanics.field.Samples;

/// Data of a named system: exact motions and slopes, states measured with noise.
final class MadeMotion {
    private MadeMotion() {}

    static MotionQuestion.Answer of(LearnHamiltonian asked, Key key) {
        Example example = asked.system().example();
        int count = asked.made().trajectories() > 1 ? asked.made().trajectories() : example.trajectories();
        List<Path> exact = example.motions(key.fold(0), count);
        int training = example.training(count);
        double noise = asked.made().noise();
        boolean slopes = asked.from() != LearnHamiltonian.From.TRAJECTORIES;
        List<Path> noisy = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] x = exact.get(i).x().clone();
            double[] error = key.fold(1).fold(i).normals(x.length);
            Arrays.setAll(x, k -> x[k] + noise * error[k]);
            noisy.add(new Path(exact.get(i).name(), exact.get(i).time(), x));
        }
        Samples train = samples(example, exact.subList(0, training), noisy.subList(0, training));
        Samples test = samples(example, exact.subList(training, count), noisy.subList(training, count));
        int points = exact.getFirst().count();
        int[] group = new int[test.count()];
        Arrays.setAll(group, i -> i / points);
        List<String> notes = new ArrayList<>();
        notes.add("The data are made: " + count + " trajectories of "
                + example.truth().text() + ", " + training
                + " to learn from"
                + (noise > 0 ? ", noise " + noise + " on states; rollouts are judged against the exact ones." : "."));
        return new MotionQuestion.Answer(
                example.truth().names(),
                slopes ? train : null,
                slopes ? test : null,
                noisy.subList(0, training),
                exact.subList(training, count),
                slopes ? group : null,
                example.truth(),
                notes);
    }

    private static Samples samples(Example example, List<Path> exact, List<Path> noisy) {
        int n = example.truth().names().size();
        int rows = exact.stream().mapToInt(Path::count).sum();
        double[] x = new double[rows * n];
        double[] slope = new double[rows * n];
        Rate.Written velocity = example.truth().ready().velocity();
        double[] out = new double[n];
        int at = 0;
        for (int p = 0; p < exact.size(); p++) {
            for (int i = 0; i < exact.get(p).count(); i++) {
                velocity.at(0, exact.get(p).state(i), out);
                System.arraycopy(out, 0, slope, at * n, n);
                System.arraycopy(noisy.get(p).x(), i * n, x, at * n, n);
                at++;
            }
        }
        return new Samples(n / 2, rows, x, slope, new double[0]);
    }
}

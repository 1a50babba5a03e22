package thalweg.peers;

import java.util.List;
import thalweg.array.Misuse;
import thalweg.data.Nearest;

/// The list of what can be compared.
final class Works {
    private static final List<Work> ALL = List.of(
            new HamiltonianNetworkWork(HamiltonianNetworkWork.Size.LARGE),
            new HamiltonianNetworkWork(HamiltonianNetworkWork.Size.SMALL),
            new ClassifierWork(),
            new PointwiseWork(),
            new LinearWork(),
            new LanesWork(),
            new TailWork(),
            new StrdWork(),
            new SpectrumWork(),
            new DescentWork(),
            new ArenstorfWork(),
            new AdjointWork());

    private Works() {}

    static List<Work> all() {
        return ALL;
    }

    static Work named(String name) {
        List<String> names = ALL.stream().map(Work::name).toList();
        return ALL.stream()
                .filter(work -> work.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Misuse(
                        "no work \"" + name + "\"",
                        "one of " + String.join(", ", names),
                        Nearest.advice(name, names, "`./compare` lists them")));
    }
}

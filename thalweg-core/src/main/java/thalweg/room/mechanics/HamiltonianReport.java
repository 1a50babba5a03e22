package thalweg.room.mechanics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import thalweg.flow.Ending;
import thalweg.room.mechanics.field.Contender;
import thalweg.room.mechanics.field.Samples;
import thalweg.room.mechanics.field.Split;
import thalweg.study.Figure;
import thalweg.study.Lab;
import thalweg.study.Report;
import thalweg.study.Rounding;

/// The report of `learn hamiltonian`: numbers, verdict, and what stands in the way of believing them.
record HamiltonianReport(
        LearnHamiltonian asked,
        MotionQuestion.Answer data,
        Lab lab,
        Samples train,
        Samples test,
        Split split,
        HamiltonianTrial.Learned ours,
        List<Contender> contenders,
        HamiltonianTrial.Scores scores) {
    Report write(Ending ending) {
        Report.Draft draft = lab.report(asked);
        draft.text("verdict", verdict());
        for (int c = 0; c < contenders.size(); c++) {
            String prefix =
                    contenders.get(c).name().isEmpty() ? "" : contenders.get(c).name() + " ";
            number(draft, prefix + "test error", scores.test()[c]);
            number(draft, prefix + "energy error", scores.energy()[c]);
            number(draft, prefix + "rollout error", scores.rollout()[c]);
            number(draft, prefix + "symplectic defect", scores.defect()[c]);
        }
        draft.add(Figure.Quantity.of("dissipation share", split.share(), split.error()));
        draft.number("unexplained share", split.unexplained());
        draft.number("contraction", split.contraction());
        draft.number("effective parameters", ours.freedom());
        draft.number("rows learned from", train.count()).number("rows held out", test.count());
        draft.add(compared());
        if (ours.law() != null && ours.law().drag().length > 0) {
            draft.add(drags());
        }
        HamiltonianPictures pictures = new HamiltonianPictures(data, train, ours, contenders);
        pictures.all().forEach(draft::add);
        data.notes().forEach(note -> draft.text(data.notes().indexOf(note) == 0 ? "data" : "data, too", note));
        warnings(draft, pictures);
        if (ours.law() != null) {
            StoredHamiltonian stored = new StoredHamiltonian(ours.law(), data.names());
            draft.file("model/net.npz", stored.bytes()).file("model/meta.json", stored.meta(asked));
        } else if (ours.net() != null) {
            StoredNetwork stored = new StoredNetwork(ours.net(), train, data.names());
            draft.file("model/net.npz", stored.bytes()).file("model/meta.json", stored.meta(asked));
        }
        return draft.ended(ending);
    }

    private static void number(Report.Draft draft, String name, double value) {
        if (!Double.isNaN(value)) {
            draft.number(name, value);
        }
    }

    private String verdict() {
        String share = percent(split.share()) + " +- " + percent(split.error());
        StringBuilder text = new StringBuilder();
        if (split.otherwise()) {
            text.append("The data are not those of a Hamiltonian in these coordinates: a free field leaves ")
                    .append(percent(split.free()))
                    .append(" of the slopes' variance unexplained, the best Hamiltonian ")
                    .append(percent(split.unexplained()))
                    .append(", with a dissipative part beside it ")
                    .append(percent(split.left()))
                    .append(". Momenta may not be canonical (p = m v with the masses of each coordinate), or the state"
                            + " may lack a coordinate.");
        } else if (split.dissipative()) {
            text.append("The data are not conservative: ")
                    .append(share)
                    .append(" of the variance of the slopes is explained by dissipation or driving and by no"
                            + " Hamiltonian; phase space ")
                    .append(split.contraction() >= 0 ? "shrinks" : "grows")
                    .append(" at a rate of ")
                    .append(Rounding.number(Math.abs(split.contraction()), 3))
                    .append(" per unit of time and degree of freedom. ")
                    .append(
                            asked.drag()
                                    ? "The learned H is the energy without drag, and drag takes it away."
                                    : "What is learned below conserves an energy that the data do not: --drag true"
                                            + " lets it be lost.");
        } else {
            text.append("The data are conservative: a Hamiltonian leaves ")
                    .append(percent(split.unexplained()))
                    .append(" of the slopes' variance unexplained on rows held out, and what dissipation explains"
                            + " beyond it (")
                    .append(share)
                    .append(") is not told from nothing.");
        }
        if (!Double.isNaN(scores.rollout()[0])) {
            text.append(" Rolled out along held-out trajectories it stays within ")
                    .append(Rounding.number(scores.rollout()[0], 3))
                    .append(" standard deviations (rms); the same ridges without structure, within "
                            .replace("the same ridges", ours.law() != null ? "the same ridges" : "the same network"))
                    .append(Rounding.number(scores.rollout()[1], 3))
                    .append(", with a penalty on the change of energy, within ")
                    .append(Rounding.number(scores.rollout()[2], 3))
                    .append(".");
        }
        return text.toString();
    }

    private static String percent(double share) {
        return Math.abs(share) < 1e-10 ? "less than 1e-8 %" : Rounding.number(100 * share, 2) + " %";
    }

    private Figure.Table compared() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        String[] names = {"Hamiltonian", "plain", "plain, energy penalised"};
        for (int c = 0; c < contenders.size(); c++) {
            rows.add(Arrays.asList(
                    names[c],
                    cell(scores.test()[c]),
                    cell(scores.energy()[c]),
                    cell(scores.rollout()[c]),
                    cell(scores.defect()[c])));
        }
        return Figure.Table.of(
                "laws", List.of("law", "test error", "energy error", "rollout error", "symplectic defect"), rows);
    }

    private static @Nullable Object cell(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private Figure.Table drags() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        double[] drag = ours.law() == null ? new double[0] : ours.law().drag();
        for (int i = 0; i < drag.length; i++) {
            rows.add(List.of(data.names().get(drag.length + i), drag[i]));
        }
        return Figure.Table.of("drag", List.of("momentum", "gamma"), rows);
    }

    private void warnings(Report.Draft draft, HamiltonianPictures pictures) {
        if (split.unexplained() > 0.2 && !asked.drag()) {
            draft.warn("The assumed structure leaves " + percent(split.unexplained())
                    + " of the slopes' variance unexplained: noise, or another law.");
        }
        double left = pictures.leaves();
        if (!Double.isNaN(left)) {
            draft.warn("The long rollout leaves the region of the training data at time " + Rounding.number(left, 3)
                    + ": what it does there is extrapolation.");
        }
        if (data.held().isEmpty()) {
            draft.text(
                    "rollouts",
                    "No trajectories are known, so none is rolled out against: give --time and --trajectory.");
        }
    }
}

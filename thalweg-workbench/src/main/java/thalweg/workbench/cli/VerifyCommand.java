package thalweg.workbench.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import thalweg.Catalog;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.study.Lab;
import thalweg.study.Rounding;
import thalweg.study.Verification;
import thalweg.workbench.terminal.Grid;
import thalweg.workbench.terminal.Style;

/// `verify [ROOM]`: known results, measured again, with a verdict each.
final class VerifyCommand {
    private final Call call;

    VerifyCommand(Call call) {
        this.call = call;
    }

    int run() {
        List<Verification> chosen = chosen();
        List<Object> plain = new ArrayList<>();
        int failed = 0;
        int count = 0;
        Voice voice = new Voice(call);
        Lab lab = Lab.quiet()
                .seed(call.flags().seed())
                .threads(call.flags().threads())
                .listen(voice);
        call.stopper().working(lab);
        for (Verification verification : chosen) {
            List<Verification.Finding> findings = verification.run(lab);
            voice.clear();
            for (Verification.Finding finding : findings) {
                plain.add(plain(verification.room(), finding));
                count++;
                failed += finding.passed() ? 0 : 1;
            }
            if (!call.flags().json()) {
                call.print(lines(verification.room(), findings));
            }
        }
        if (call.flags().json()) {
            call.printJson(plain);
        } else {
            call.print(failed == 0 ? "all " + count + " as known\n" : failed + " of " + count + " differ\n");
        }
        int stopped = call.stopper().exit();
        return stopped != 0 ? stopped : failed == 0 ? Exit.DONE : Exit.BADLY;
    }

    private List<Verification> chosen() {
        List<String> words = call.plainWords(1);
        List<Verification> all = Catalog.verifications();
        if (words.isEmpty()) {
            return all;
        }
        List<Verification> chosen =
                all.stream().filter(v -> v.room().equals(words.getFirst())).toList();
        List<String> rooms = all.stream().map(Verification::room).distinct().toList();
        if (chosen.isEmpty()) {
            throw new Misuse(
                    "no room \"" + words.getFirst() + "\"",
                    rooms.isEmpty() ? "a room; there is none yet" : "one of " + String.join(", ", rooms),
                    Nearest.advice(words.getFirst(), rooms, "choose one of these"));
        }
        return chosen;
    }

    private List<String> lines(String room, List<Verification.Finding> findings) {
        Grid grid = new Grid()
                .column(room, true)
                .column("measured", false)
                .column("reference", false)
                .column("difference", false)
                .column("allowed", false)
                .column("verdict", true)
                .column("source", true);
        for (Verification.Finding finding : findings) {
            grid.row()
                    .cell(finding.what())
                    .cell(Rounding.number(finding.measured(), 12))
                    .cell(Rounding.number(finding.reference(), 12))
                    .cell(Rounding.number(Math.abs(finding.measured() - finding.reference()), 2))
                    .cell(Rounding.number(finding.tolerance(), 2))
                    .cell(finding.passed() ? "agrees" : "DIFFERS", finding.passed() ? Style.GOOD : Style.ALARM)
                    .cell(finding.source(), Style.QUIET);
        }
        return grid.lines(call.screen());
    }

    private static Map<String, @Nullable Object> plain(String room, Verification.Finding finding) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("room", room);
        map.put("what", finding.what());
        map.put("measured", Double.isFinite(finding.measured()) ? finding.measured() : null);
        map.put("reference", finding.reference());
        map.put("tolerance", finding.tolerance());
        map.put("passed", finding.passed());
        map.put("source", finding.source());
        return map;
    }
}

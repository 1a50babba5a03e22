package thalweg.room.bayes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import thalweg.array.Misuse;
import thalweg.data.Nearest;
import thalweg.stan.StanProgram;
import thalweg.stan.data.StanData;

/// A Stan program and its data: files, or one of fourteen posteriors by name.
///
/// Programs and data of the fourteen are from posteriordb (BSD-3-Clause; the licence stands beside them).
///
/// @param file name for messages
/// @param text of the program
record PosteriorSource(String file, String text, StanData data) {
    private static final String FOLDER = "/thalweg/posteriors/";

    /// Names, each with the files of its program and its data.
    private static final Map<String, String[]> NAMED = named();

    private static Map<String, String[]> named() {
        Map<String, String[]> all = new LinkedHashMap<>();
        all.put("eight-schools", new String[] {"eight_schools_noncentered", "eight_schools-eight_schools_noncentered"});
        all.put("ark", new String[] {"arK", "arK-arK"});
        all.put("garch", new String[] {"garch11", "garch-garch11"});
        all.put("blr", new String[] {"blr", "sblrc-blr"});
        all.put("kidscore", new String[] {"kidscore_momiq", "kidiq-kidscore_momiq"});
        all.put("logearn", new String[] {"logearn_interaction", "earnings-logearn_interaction"});
        all.put("logmesquite", new String[] {"logmesquite_logvash", "mesquite-logmesquite_logvash"});
        all.put("gp-regr", new String[] {"gp_regr", "gp_pois_regr-gp_regr"});
        all.put("mixture", new String[] {"low_dim_gauss_mix", "low_dim_gauss_mix-low_dim_gauss_mix"});
        all.put("nes", new String[] {"nes", "nes1980-nes"});
        all.put("diamonds", new String[] {"diamonds", "diamonds-diamonds"});
        all.put("lotka-volterra", new String[] {"lotka_volterra", "hudson_lynx_hare-lotka_volterra"});
        all.put("kilpisjarvi", new String[] {"kilpisjarvi", "kilpisjarvi_mod-kilpisjarvi"});
        all.put("hmm", new String[] {"hmm_example", "hmm_example-hmm_example"});
        return all;
    }

    /// The names.
    static List<String> names() {
        return List.copyOf(NAMED.keySet());
    }

    /// Finds a program: a name of the catalogue or of posteriordb where it has no dot or slash, else a file.
    ///
    /// @param data a file, or empty for the data of a catalogued name
    /// @throws Misuse if there is no such name or file
    static PosteriorSource of(String what, String data) {
        boolean file = what.contains(".") || what.contains("/");
        StanData given = data.isEmpty() ? StanData.NONE : StanData.read(Path.of(data));
        if (file) {
            Path path = Path.of(what);
            return new PosteriorSource(String.valueOf(path.getFileName()), StanProgram.text(path), given);
        }
        for (Map.Entry<String, String[]> entry : NAMED.entrySet()) {
            String[] files = entry.getValue();
            if (what.equals(entry.getKey()) || what.equals(files[0]) || what.equals(files[1])) {
                String program = resource("stan/" + files[0] + ".stan");
                StanData own = data.isEmpty()
                        ? StanData.json(files[1] + ".json", resource("data/" + files[1] + ".json"))
                        : given;
                return new PosteriorSource(files[0] + ".stan", program, own);
            }
        }
        List<String> known = new ArrayList<>(NAMED.keySet());
        throw new Misuse(
                "no posterior \"" + what + "\"",
                "a file (model.stan) or one of " + String.join(", ", known),
                Nearest.advice(what, known, "name a file with its ending"));
    }

    private static String resource(String name) {
        try (InputStream in = PosteriorSource.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

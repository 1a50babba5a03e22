package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import thalweg.stan.text.Expr;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;

/// How the body of a loop uses the variables around it, read off its text.
final class LoopFacts {
    /// One use of a variable with the text of its subscripts; none for the whole of it.
    private record Use(List<String> subscripts, boolean write, boolean adds) {}

    private final StanText program;
    private final String variable;
    private final Map<String, List<Use>> uses = new HashMap<>();
    private final Set<String> locals = new HashSet<>();
    private final Set<String> readFirst = new HashSet<>();
    private final Set<String> written = new LinkedHashSet<>();
    private final Set<String> read = new LinkedHashSet<>();
    private boolean jumps;

    LoopFacts(StanText program, String variable, Stmt body) {
        this.program = program;
        this.variable = variable;
        locals.add(variable);
        statement(body, new HashSet<>());
    }

    /// Whether turns may end the loop or go on early.
    boolean jumps() {
        return jumps;
    }

    /// Variables around the loop that it writes.
    Set<String> written() {
        return written;
    }

    /// Variables around the loop that it reads.
    Set<String> read() {
        return read;
    }

    /// Whether each turn touches only elements of its own, or the variable is only added to, or is private to a turn.
    boolean isIndependent(String name) {
        return adds(name) && wholly(name) || owns(name) || isPrivate(name);
    }

    boolean isIndependent() {
        return !jumps && written.stream().allMatch(this::isIndependent);
    }

    /// Whether the loop only adds to this variable, the same elements in every turn.
    boolean adds(String name) {
        List<Use> all = uses.getOrDefault(name, List.of());
        List<String> first = all.isEmpty() ? List.of() : all.get(0).subscripts();
        return all.stream().allMatch(use -> use.adds() && use.subscripts().equals(first))
                && first.stream().noneMatch(this::moves);
    }

    /// Whether the whole of it is added to, not elements.
    boolean wholly(String name) {
        return uses.getOrDefault(name, List.of()).stream()
                .allMatch(use -> use.subscripts().isEmpty());
    }

    /// Whether there is an axis along which all uses stand at one place that moves with the turn.
    boolean owns(String name) {
        List<Use> all = uses.getOrDefault(name, List.of());
        if (all.isEmpty()) {
            return false;
        }
        for (int axis = 0; axis < all.get(0).subscripts().size(); axis++) {
            String place = all.get(0).subscripts().get(axis);
            boolean same = moves(place);
            for (Use use : all) {
                same &= use.subscripts().size() > axis
                        && use.subscripts().get(axis).equals(place);
            }
            if (same) {
                return true;
            }
        }
        return false;
    }

    /// Whether the whole variable is written in each turn before it is read.
    boolean isPrivate(String name) {
        return !readFirst.contains(name)
                && uses.getOrDefault(name, List.of()).stream()
                        .filter(Use::write)
                        .allMatch(use -> use.subscripts().isEmpty());
    }

    /// The place of writes behind the turn's number, where all of them stand at `t + offset` along the first axis, and
    /// how far back reads reach; null if it is not so.
    int @Nullable [] window(String name) {
        Integer offset = null;
        for (Use use : uses.getOrDefault(name, List.of())) {
            if (use.write()) {
                Integer at = use.subscripts().isEmpty()
                        ? null
                        : shift(use.subscripts().get(0));
                if (at == null || offset != null && !offset.equals(at)) {
                    return null;
                }
                offset = at;
            }
        }
        if (offset == null) {
            return null;
        }
        int reach = 0;
        for (Use use : uses.getOrDefault(name, List.of())) {
            if (!use.write()) {
                if (use.subscripts().isEmpty()) {
                    return null;
                }
                String place = use.subscripts().get(0);
                Integer at = shift(place);
                if (at == null && moves(place) || at != null && at > offset) {
                    return null;
                }
                reach = at == null ? reach : Math.max(reach, offset - at);
            }
        }
        return new int[] {offset, reach};
    }

    private boolean moves(String place) {
        return place.matches("(?s).*\\b" + variable + "\\b.*");
    }

    private @Nullable Integer shift(String place) {
        String bare = place.replaceAll("[\\s()]", "");
        if (bare.equals(variable)) {
            return 0;
        }
        if (bare.matches(variable + "[+-]\\d{1,6}")) {
            return Integer.parseInt(bare.substring(variable.length()).replace("+", ""));
        }
        return bare.matches("\\d{1,6}\\+" + variable) ? Integer.valueOf(bare.substring(0, bare.indexOf('+'))) : null;
    }

    private void statement(Stmt statement, Set<String> assigned) {
        switch (statement) {
            case Stmt.Declare declare -> {
                declare.type().dims().forEach(e -> expr(e, assigned));
                declare.type().sizes().forEach(e -> expr(e, assigned));
                if (declare.value() != null) {
                    expr(declare.value(), assigned);
                }
                locals.add(declare.name().name());
            }
            case Stmt.Assign assign -> assign(assign, assigned);
            case Stmt.Tilde tilde -> {
                expr(tilde.outcome(), assigned);
                tilde.arguments().forEach(e -> expr(e, assigned));
                optional(tilde.low(), assigned);
                optional(tilde.high(), assigned);
            }
            case Stmt.Raise raise -> expr(raise.value(), assigned);
            case Stmt.For loop -> {
                expr(loop.from(), assigned);
                optional(loop.to(), assigned);
                boolean added = locals.add(loop.name().name());
                statement(loop.body(), new HashSet<>(assigned));
                if (added) {
                    locals.remove(loop.name().name());
                }
            }
            case Stmt.While loop -> {
                jumps = true;
                expr(loop.test(), assigned);
                statement(loop.body(), new HashSet<>(assigned));
            }
            case Stmt.If branch -> {
                expr(branch.test(), assigned);
                Set<String> then = new HashSet<>(assigned);
                Set<String> otherwise = new HashSet<>(assigned);
                statement(branch.then(), then);
                if (branch.otherwise() != null) {
                    statement(branch.otherwise(), otherwise);
                }
                then.retainAll(otherwise);
                assigned.addAll(then);
            }
            case Stmt.Block block -> block.statements().forEach(s -> statement(s, assigned));
            case Stmt.Return result -> {
                jumps = true;
                optional(result.value(), assigned);
            }
            case Stmt.Break _, Stmt.Continue _ -> jumps = true;
            case Stmt.Say say -> say.words().forEach(e -> expr(e, assigned));
            case Stmt.Invoke invoke -> expr(invoke.call(), assigned);
            case Stmt.Empty _ -> {}
        }
    }

    private void optional(@Nullable Expr expr, Set<String> assigned) {
        if (expr != null) {
            expr(expr, assigned);
        }
    }

    private void assign(Stmt.Assign assign, Set<String> assigned) {
        Expr value = added(assign);
        Expr.Name root = root(assign.target());
        List<String> places = subscripts(assign.target(), assigned);
        if (root == null) {
            jumps = true;
            return;
        }
        String name = root.name();
        expr(value == null ? assign.value() : value, assigned);
        if (locals.contains(name)) {
            return;
        }
        boolean adds = value != null;
        boolean reads = !adds && !assign.op().equals("=");
        written.add(name);
        List<Use> all = uses.computeIfAbsent(name, n -> new ArrayList<>());
        if (reads) {
            all.add(new Use(places, false, false));
        }
        if (reads || adds) {
            read.add(name);
            if (!assigned.contains(name)) {
                readFirst.add(name);
            }
        }
        all.add(new Use(places, true, adds));
        if (places.isEmpty()) {
            assigned.add(name);
        }
    }

    /// What an assignment adds to its target: `x += e`, `x = x + e`, `x = x - e`; null if it does more.
    @Nullable
    Expr added(Stmt.Assign assign) {
        String target = text(assign.target());
        if (assign.op().equals("+=") || assign.op().equals("-=")) {
            return mentions(assign.value(), target) ? null : assign.value();
        }
        if (assign.op().equals("=") && assign.value().bare() instanceof Expr.Binary sum) {
            boolean plus = sum.op().equals("+");
            if ((plus || sum.op().equals("-")) && text(sum.left()).equals(target)) {
                return mentions(sum.right(), target) ? null : sum.right();
            }
            if (plus && text(sum.right()).equals(target)) {
                return mentions(sum.left(), target) ? null : sum.left();
            }
        }
        return null;
    }

    /// Whether what [#added] gives is taken away.
    static boolean subtracts(Stmt.Assign assign) {
        return assign.op().equals("-=")
                || assign.op().equals("=")
                        && assign.value().bare() instanceof Expr.Binary sum
                        && sum.op().equals("-");
    }

    private boolean mentions(Expr expr, String target) {
        String name = target.contains("[") ? target.substring(0, target.indexOf('[')) : target;
        return text(expr).matches("(?s).*\\b" + java.util.regex.Pattern.quote(name) + "\\b.*");
    }

    private static Expr.@Nullable Name root(Expr target) {
        return switch (target.bare()) {
            case Expr.Name name -> name;
            case Expr.Index index -> root(index.of());
            case Expr.Member member -> root(member.of());
            default -> null;
        };
    }

    private String text(Expr expr) {
        return program.text(expr.at()).replaceAll("\\s+", "");
    }

    /// The text of all subscripts of a target; reads inside them are noted.
    private List<String> subscripts(Expr target, Set<String> assigned) {
        List<String> places = new ArrayList<>();
        if (target.bare() instanceof Expr.Index index) {
            places.addAll(subscripts(index.of(), assigned));
            for (Expr.Subscript subscript : index.subscripts()) {
                places.add(program.text(subscript.at()).replaceAll("\\s+", ""));
                switch (subscript) {
                    case Expr.Subscript.Single single -> expr(single.index(), assigned);
                    case Expr.Subscript.Range range -> {
                        optional(range.from(), assigned);
                        optional(range.to(), assigned);
                    }
                }
            }
        }
        return places;
    }

    private void use(String name, List<String> places, Set<String> assigned) {
        if (!locals.contains(name)) {
            read.add(name);
            uses.computeIfAbsent(name, n -> new ArrayList<>()).add(new Use(places, false, false));
            if (!assigned.contains(name)) {
                readFirst.add(name);
            }
        }
    }

    private void expr(Expr expr, Set<String> assigned) {
        switch (expr) {
            case Expr.Name name -> use(name.name(), List.of(), assigned);
            case Expr.Index index -> {
                List<String> places = subscripts(index, assigned);
                Expr.Name root = root(index);
                if (root == null) {
                    expr(index.of(), assigned);
                } else {
                    use(root.name(), places, assigned);
                }
            }
            case Expr.Unary unary -> expr(unary.of(), assigned);
            case Expr.Transpose transpose -> expr(transpose.of(), assigned);
            case Expr.Binary binary -> {
                expr(binary.left(), assigned);
                expr(binary.right(), assigned);
            }
            case Expr.Choice choice -> {
                expr(choice.test(), assigned);
                expr(choice.then(), assigned);
                expr(choice.otherwise(), assigned);
            }
            case Expr.Call call -> {
                if (call.name().name().endsWith("_lp") || call.name().name().equals("target")) {
                    jumps |= call.name().name().equals("target");
                }
                call.arguments().forEach(e -> expr(e, assigned));
            }
            case Expr.ArrayOf array -> array.elements().forEach(e -> expr(e, assigned));
            case Expr.RowOf row -> row.elements().forEach(e -> expr(e, assigned));
            case Expr.TupleOf tuple -> tuple.elements().forEach(e -> expr(e, assigned));
            case Expr.Member member -> expr(member.of(), assigned);
            case Expr.Paren paren -> expr(paren.of(), assigned);
            case Expr.Whole _, Expr.Real _, Expr.Imaginary _, Expr.Text _, Expr.Broken _ -> {}
        }
    }
}

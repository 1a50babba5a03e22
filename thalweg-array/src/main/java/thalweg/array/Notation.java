package thalweg.array;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How an operation is written: a name, numbers and words in brackets, and the programs it carries.
final class Notation {
    private static final Map<String, Op> NAMED = Stream.<Op>concat(
                    Arrays.stream(Unary.values()), Arrays.stream(Binary.values()))
            .collect(Collectors.toUnmodifiableMap(Notation::head, op -> op));

    private Notation() {}

    /// The name and the bracket, as `sum[0,1]`.
    static String head(Op op) {
        return switch (op) {
            case Unary unary -> unary.name().toLowerCase(Locale.ROOT);
            case Binary binary -> binary.name().toLowerCase(Locale.ROOT);
            case Pointwise.Polygamma(int order) -> "polygamma[" + order + "]";
            case Pointwise.Select _ -> "select";
            case Reduction.Sum(var axes) -> "sum" + list(axes);
            case Reduction.Greatest(var axes) -> "greatest" + list(axes);
            case Reduction.Product(int axis) -> "product[" + axis + "]";
            case Reduction.ArgMax(int axis) -> "arg_max[" + axis + "]";
            case Reduction.PrefixSum(int axis) -> "prefix_sum[" + axis + "]";
            case Contract contract -> "contract[" + contract + "]";
            case Move move -> move(move);
            case Pick.Gather(int lead) -> "gather[" + lead + "]";
            case Pick.ScatterAdd(int lead, int size) -> "scatter_add[" + lead + ";" + size + "]";
            case Algebra.Cholesky _ -> "cholesky";
            case Algebra.TriangularSolve(boolean lower, boolean transposed) ->
                "triangular_solve[" + (lower ? "lower" : "upper") + ";" + (transposed ? "transposed" : "plain") + "]";
            case Algebra.Solve(boolean transposed) -> "solve[" + (transposed ? "transposed" : "plain") + "]";
            case Algebra.LogDet _ -> "log_det";
            case Algebra.Eigen _ -> "eigen";
            case Source.Constant(var value) -> "constant[" + value.type().kind() + ";" + bare(value.shape()) + "]";
            case Source.Random(var law, var shape) -> "random[" + law + ";" + bare(shape) + "]";
            case Source.Fold _ -> "fold";
            case Identity.Alias _ -> "alias";
            case Identity.Stop _ -> "stop";
            case Control.Loop loop ->
                "loop[" + loop.count() + ";" + loop.carried() + ";" + loop.scanned() + ";"
                        + (loop.backward() ? "backward" : "forward") + "]";
            case Control.While loop -> "while[" + loop.carried() + "]";
            case Control.Branch _ -> "branch";
            case Control.Custom custom -> "custom[" + custom.name() + "]";
        };
    }

    private static String move(Move op) {
        return switch (op) {
            case Move.Reshape(Shape to) -> "reshape" + to;
            case Move.Permute(var order) -> "permute" + list(order);
            case Move.Expand(var axes, Shape to) -> "expand[" + bare(axes) + ";" + bare(to) + "]";
            case Move.Pad(var before, var after, var between) ->
                "pad[" + bare(before) + ";" + bare(after) + ";" + bare(between) + "]";
            case Move.Slice(var from, var to, var step) ->
                "slice[" + bare(from) + ";" + bare(to) + ";" + bare(step) + "]";
            case Move.Flip(var axes) -> "flip" + list(axes);
            case Move.Concatenate(int axis) -> "concatenate[" + axis + "]";
        };
    }

    /// The programs an operation carries, in the order they are written.
    static List<Program> programs(Op op) {
        return switch (op) {
            case Control.Loop loop -> List.of(loop.body());
            case Control.While loop -> List.of(loop.condition(), loop.body());
            case Control.Branch(Program then, Program otherwise) -> List.of(then, otherwise);
            case Control.Custom custom -> List.of(custom.plain(), custom.value(), custom.pullback());
            case Pointwise _, Reduction _, Contract _, Move _, Pick _, Algebra _, Source _, Identity _ -> List.of();
        };
    }

    /// The operation of a name, a bracket and programs; null for a name that does not exist. Constants are not made
    /// here.
    static @Nullable Op decode(String name, String bracket, List<Program> programs) {
        String[] parts = bracket.split(";", -1);
        Op pointwise = pointwise(name, bracket);
        return pointwise != null
                ? pointwise
                : switch (name) {
                    case "sum" -> new Reduction.Sum(numbers(bracket));
                    case "greatest" -> new Reduction.Greatest(numbers(bracket));
                    case "product" -> new Reduction.Product(number(bracket));
                    case "arg_max" -> new Reduction.ArgMax(number(bracket));
                    case "prefix_sum" -> new Reduction.PrefixSum(number(bracket));
                    case "contract" -> Contract.of(bracket);
                    case "reshape" -> new Move.Reshape(Shape.of(numbers(bracket)));
                    case "permute" -> new Move.Permute(numbers(bracket));
                    case "expand" -> new Move.Expand(numbers(parts[0]), Shape.of(numbers(parts[1])));
                    case "pad" -> new Move.Pad(numbers(parts[0]), numbers(parts[1]), numbers(parts[2]));
                    case "slice" -> new Move.Slice(numbers(parts[0]), numbers(parts[1]), numbers(parts[2]));
                    case "flip" -> new Move.Flip(numbers(bracket));
                    case "concatenate" -> new Move.Concatenate(number(bracket));
                    case "gather" -> new Pick.Gather(number(bracket));
                    case "scatter_add" -> new Pick.ScatterAdd(number(parts[0]), number(parts[1]));
                    case "cholesky" -> new Algebra.Cholesky();
                    case "triangular_solve" ->
                        new Algebra.TriangularSolve(parts[0].equals("lower"), parts[1].equals("transposed"));
                    case "solve" -> new Algebra.Solve(bracket.equals("transposed"));
                    case "log_det" -> new Algebra.LogDet();
                    case "eigen" -> new Algebra.Eigen();
                    case "random" -> new Source.Random(law(parts[0]), Shape.of(numbers(parts[1])));
                    case "fold" -> new Source.Fold();
                    case "alias" -> new Identity.Alias();
                    case "stop" -> new Identity.Stop();
                    default -> control(name, parts, programs);
                };
    }

    private static @Nullable Op pointwise(String name, String bracket) {
        Op named = NAMED.get(name);
        if (named != null) {
            return named;
        }
        return switch (name) {
            case "polygamma" -> new Pointwise.Polygamma(number(bracket));
            case "select" -> new Pointwise.Select();
            default -> null;
        };
    }

    private static @Nullable Op control(String name, String[] parts, List<Program> programs) {
        return switch (name) {
            case "loop" ->
                new Control.Loop(
                        number(parts[0]),
                        number(parts[1]),
                        number(parts[2]),
                        parts[3].equals("backward"),
                        programs.get(0));
            case "while" -> new Control.While(number(parts[0]), programs.get(0), programs.get(1));
            case "branch" -> new Control.Branch(programs.get(0), programs.get(1));
            case "custom" -> new Control.Custom(parts[0], programs.get(0), programs.get(1), programs.get(2));
            default -> null;
        };
    }

    private static Source.Law law(String name) {
        return Source.Law.valueOf(name.toUpperCase(Locale.ROOT));
    }

    static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        if (!text.isBlank()) {
            Arrays.stream(text.split(",", -1)).forEach(part -> numbers.add(number(part)));
        }
        return numbers;
    }

    private static String list(List<Integer> numbers) {
        return "[" + bare(numbers) + "]";
    }

    private static String bare(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static String bare(Shape shape) {
        String text = shape.toString();
        return text.substring(1, text.length() - 1);
    }
}

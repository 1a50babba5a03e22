package thalweg.stan.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import thalweg.array.Key;
import thalweg.array.Misuse;
import thalweg.array.Shape;
import thalweg.array.Tensor;
import thalweg.landscape.Space;
import thalweg.stan.data.StanData;
import thalweg.stan.text.StanText;
import thalweg.stan.text.Stmt;
import thalweg.stan.type.StanType;
import thalweg.stan.type.UserFunctions;

/// A program with its data: `log p(constrain(u), data) + log |J(u)|` as a function of free coordinates.
public final class Model {
    /// A variable that a draw reports.
    ///
    /// @param part the block it belongs to
    public record Variable(String name, StanType type, int[] sizes, StanText.Part part) {}

    /// What a statement refused, with the place in the program.
    public static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1;

        Rejected(String message) {
            super(message);
        }
    }

    private final StanText program;
    private final UserFunctions functions = new UserFunctions();
    private final Settings settings;
    private final Map<String, Cell> known = new LinkedHashMap<>();
    private final List<Variable> variables = new ArrayList<>();
    private int size;

    private Model(StanText program, Settings settings) {
        this.program = program;
        this.settings = settings;
        program.functions().forEach(functions::add);
    }

    /// Binds the data and runs the block of transformed data.
    ///
    /// @throws Misuse naming every problem with the data
    public static Model of(StanText program, StanData data, Settings settings, Key key) {
        Model model = new Model(program, settings);
        model.bind(data, key);
        return model;
    }

    private Machine machine(@Nullable Draws draws, boolean keep) {
        Machine machine = new Machine(program, functions, draws, keep, settings);
        known.forEach((name, cell) -> machine.frame().bind(name, new Frame.Binding.Variable(cell)));
        return machine;
    }

    private void bind(StanData data, Key key) {
        Machine machine = machine(new Draws(key), true);
        List<String> problems = new DataBlock(machine, program, data).bind();
        if (!problems.isEmpty()) {
            throw new Misuse(String.join("\n", problems), "data as the program declares them", "correct the data file");
        }
        guarded(() -> {
            List<Stmt> statements = program.statements(StanText.Part.TRANSFORMED_DATA);
            machine.run(statements);
            check(machine, statements);
        });
        for (StanText.Part part : List.of(StanText.Part.DATA, StanText.Part.TRANSFORMED_DATA)) {
            for (Stmt statement : program.statements(part)) {
                if (statement instanceof Stmt.Declare declare) {
                    String name = declare.name().name();
                    Cell cell = Objects.requireNonNull(machine.frame().cell(name));
                    cell.set(cell.get());
                    known.put(name, cell);
                }
            }
        }
        declare();
    }

    /// Learns names and sizes by a run at zero.
    private void declare() {
        Machine machine = machine(null, true);
        guarded(() -> {
            for (Stmt statement : program.statements(StanText.Part.PARAMETERS)) {
                if (statement instanceof Stmt.Declare declare) {
                    Cell cell = machine.declare(declare);
                    Space space = Constraint.space(machine, declare, cell.sizes(), settings.sticks());
                    Tensor place = space.at(Tensor.zeros(space.free())).place();
                    cell.set(Value.of(cell.type(), place.reshape(cell.sizes())));
                    size += space.free();
                    variables.add(
                            new Variable(declare.name().name(), cell.type(), cell.sizes(), StanText.Part.PARAMETERS));
                }
            }
            for (StanText.Part part :
                    List.of(StanText.Part.TRANSFORMED_PARAMETERS, StanText.Part.GENERATED_QUANTITIES)) {
                for (Stmt statement : program.statements(part)) {
                    if (statement instanceof Stmt.Declare declare) {
                        int[] sizes = machine.sizes(declare);
                        variables.add(new Variable(declare.name().name(), StanType.of(declare.type()), sizes, part));
                    }
                }
            }
        });
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (Fault fault) {
            throw new Rejected(fault.getMessage() + " (" + fault.at() + ")");
        } catch (NotLanes reason) {
            throw new Rejected("a loop that cannot run: " + reason.getMessage());
        }
    }

    private static void check(Machine machine, List<Stmt> statements) {
        for (Stmt statement : statements) {
            if (statement instanceof Stmt.Declare declare) {
                Cell cell = Objects.requireNonNull(
                        machine.frame().cell(declare.name().name()));
                List<String> problems = Constraint.problems(machine, declare, cell.get());
                if (!problems.isEmpty()) {
                    throw new Fault(declare.name().at(), problems.get(0));
                }
            }
        }
    }

    /// The number of free coordinates.
    public int size() {
        return size;
    }

    /// What a draw reports, in the order of the program.
    public List<Variable> variables() {
        return List.copyOf(variables);
    }

    /// The log density and the log Jacobian at free coordinates, two scalars; traced or not.
    ///
    /// @param keep whether sampling statements keep terms without parameters
    public List<Tensor> at(Tensor u, boolean keep) {
        Tensor[] result = new Tensor[2];
        guarded(() -> {
            Machine machine = machine(null, keep);
            Tensor jacobian = parameters(machine, u);
            machine.run(program.statements(StanText.Part.TRANSFORMED_PARAMETERS));
            if (!u.isTraced()) {
                check(machine, program.statements(StanText.Part.TRANSFORMED_PARAMETERS));
            }
            machine.frame().open();
            machine.run(program.statements(StanText.Part.MODEL));
            result[0] = machine.target().sum();
            result[1] = jacobian;
        });
        return List.of(result);
    }

    private Tensor parameters(Machine machine, Tensor u) {
        Tensor log = Tensor.of(0);
        int from = 0;
        for (Stmt statement : program.statements(StanText.Part.PARAMETERS)) {
            if (statement instanceof Stmt.Declare declare) {
                Cell cell = machine.declare(declare);
                Space space = Constraint.space(machine, declare, cell.sizes(), settings.sticks());
                Tensor own = u.slice(0, from, from + space.free());
                Space.Image image = space.at(ordered(own, cell, declare));
                cell.set(Value.of(cell.type(), image.place().reshape(cell.sizes())));
                log = log.plus(image.logJacobian());
                from += space.free();
            }
        }
        return log;
    }

    private static boolean byColumns(Stmt.Declare declare) {
        return declare.type().base().equals("matrix");
    }

    /// Coordinates of matrices stand by columns; here they are wanted by rows.
    private static Tensor ordered(Tensor u, Cell cell, Stmt.Declare declare) {
        int[] sizes = cell.sizes();
        if (!byColumns(declare) || u.count() == 0) {
            return u;
        }
        int n = sizes.length;
        int rows = sizes[n - 2];
        int columns = sizes[n - 1];
        return u.reshape(u.count() / (rows * columns), columns, rows)
                .transpose()
                .reshape(u.count());
    }

    /// The values of all variables at free coordinates, row by row, in the order of [#variables].
    ///
    /// @param key of the random numbers of generated quantities; null to leave those out
    public List<double[]> values(double[] u, @Nullable Key key) {
        List<double[]> values = new ArrayList<>();
        guarded(() -> {
            Machine machine = machine(key == null ? null : new Draws(key), true);
            parameters(machine, Tensor.vector(u));
            machine.run(program.statements(StanText.Part.TRANSFORMED_PARAMETERS));
            check(machine, program.statements(StanText.Part.TRANSFORMED_PARAMETERS));
            if (key != null) {
                machine.run(program.statements(StanText.Part.GENERATED_QUANTITIES));
                check(machine, program.statements(StanText.Part.GENERATED_QUANTITIES));
            }
            for (Variable variable : variables) {
                Cell cell = machine.frame().cell(variable.name());
                if (cell != null) {
                    values.add(cell.get().tensor().toArray());
                }
            }
        });
        return values;
    }

    /// The free coordinates of given parameters.
    ///
    /// @throws Misuse if one is missing, or breaks its constraint
    public double[] free(StanData start) {
        List<Tensor> all = new ArrayList<>();
        guarded(() -> {
            Machine machine = machine(null, true);
            for (Stmt statement : program.statements(StanText.Part.PARAMETERS)) {
                if (statement instanceof Stmt.Declare declare) {
                    Cell cell = machine.declare(declare);
                    String name = declare.name().name();
                    StanData.Entry entry = start.get(name);
                    int count = Shape.of(cell.sizes()).count();
                    if (entry == null || entry.numbers().length != count) {
                        throw new Misuse(
                                name
                                        + (entry == null
                                                ? " that is missing"
                                                : " of " + entry.numbers().length + " values"),
                                count + " values for parameter " + name,
                                "give every parameter a start");
                    }
                    Space space = Constraint.space(machine, declare, cell.sizes(), settings.sticks());
                    Tensor u = Tensor.vector(space.free(entry.numbers()));
                    if (byColumns(declare) && u.count() > 0) {
                        int n = cell.sizes().length;
                        int rows = cell.sizes()[n - 2];
                        int columns = cell.sizes()[n - 1];
                        u = u.reshape(u.count() / (rows * columns), rows, columns)
                                .transpose()
                                .reshape(u.count());
                    }
                    cell.set(Value.of(cell.type(), Tensor.of(entry.numbers(), cell.sizes())));
                    all.add(u);
                }
            }
        });
        return all.isEmpty() ? new double[0] : Tensor.concatenate(0, all).toArray();
    }
}

package thalweg.stan.text;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import thalweg.data.Nearest;

/// The grammar of blocks and functions (Stan reference manual 2.39, "Program blocks").
final class Parser {
    private static final List<String> BLOCKS = List.of(
            "functions",
            "data",
            "transformed data",
            "parameters",
            "transformed parameters",
            "model",
            "generated quantities");

    private final String source;
    private final Lexer lexer;
    private final Cursor cursor;
    private final Types types;
    private final Statements statements;
    private final List<StanText.Function> functions = new ArrayList<>();
    private final Map<StanText.Part, StanText.Section> sections = new EnumMap<>(StanText.Part.class);
    private int latest = -1;

    Parser(String source, Troubles troubles) {
        this.source = source;
        this.lexer = new Lexer(source, troubles);
        this.cursor = new Cursor(lexer.tokens(), troubles);
        Expressions expressions = new Expressions(cursor);
        this.types = new Types(cursor, expressions);
        this.statements = new Statements(cursor, expressions, types);
    }

    StanText program() {
        while (!cursor.ended()) {
            block();
        }
        return new StanText(source, List.copyOf(functions), sections, lexer.comments());
    }

    private void block() {
        Token word = cursor.next();
        String name = word.text();
        if (word.is("transformed") || word.is("generated")) {
            name += " " + cursor.next().text();
        }
        int number = BLOCKS.indexOf(name);
        if (word.kind() != Token.Kind.NAME || number < 0) {
            List<String> near = Nearest.to(name, BLOCKS);
            String todo = near.isEmpty() ? "expected one of " + String.join(", ", BLOCKS) : "nearest: " + near.get(0);
            boolean block = word.kind() == Token.Kind.NAME && cursor.is("{");
            cursor.troubles()
                    .error(
                            word.at(),
                            block
                                    ? "unknown block " + name + "; " + todo
                                    : "found " + word.found() + "; expected a block: " + String.join(", ", BLOCKS));
            skip();
            return;
        }
        if (number < latest) {
            cursor.troubles()
                    .error(word.at(), "block " + name + " stands after " + BLOCKS.get(latest) + "; move it before");
        } else if (number == latest) {
            cursor.troubles().error(word.at(), "a second block " + name + "; join the two");
        }
        latest = Math.max(latest, number);
        if (!cursor.is("{")) {
            cursor.error(cursor.peek().at(), "found " + cursor.peek().found() + "; expected \"{\"");
            skip();
            return;
        }
        Span open = cursor.next().at();
        if (number == 0) {
            functions(open);
        } else {
            List<Stmt> list = statements.until(name, open);
            for (StanText.Part part : StanText.Part.values()) {
                if (part.toString().equals(name)) {
                    sections.put(part, new StanText.Section(word.at(), list));
                }
            }
        }
    }

    /// Goes to the next word that may begin a block.
    private void skip() {
        while (!cursor.ended() && !cursor.is("{")) {
            if (BLOCKS.contains(cursor.peek().text()) || cursor.is("transformed") || cursor.is("generated")) {
                return;
            }
            cursor.next();
        }
        cursor.skipBraces();
    }

    private void functions(Span open) {
        while (!cursor.take("}")) {
            if (cursor.ended()) {
                cursor.unclosed("functions", open);
                return;
            }
            int start = cursor.place();
            try {
                functions.add(function());
            } catch (Cursor.Lost lost) {
                cursor.resynchronise(start);
            }
        }
    }

    private StanText.Function function() {
        TypeText returns = types.unsized();
        Expr.Name name = cursor.name();
        cursor.expect("(");
        List<StanText.Argument> arguments = new ArrayList<>();
        if (!cursor.take(")")) {
            do {
                arguments.add(argument());
            } while (cursor.take(","));
            cursor.expect(")", "expected \",\" or \")\"");
        }
        if (cursor.take(";")) {
            return new StanText.Function(name.at(), returns, name, arguments, null);
        }
        Span open = cursor.expect("{").at();
        List<Stmt> list = statements.until("of function " + name.name(), open);
        Span whole = open.to(cursor.last().at());
        return new StanText.Function(name.at(), returns, name, arguments, new Stmt.Block(whole, list, null));
    }

    private StanText.Argument argument() {
        boolean data = cursor.take("data");
        TypeText type = types.unsized();
        if (type == null) {
            throw cursor.lost("found void; expected a type with values");
        }
        return new StanText.Argument(data, type, cursor.name());
    }
}

package thalweg.array.run;

import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.List;
import thalweg.array.Binary;
import thalweg.array.Unary;
import thalweg.array.kernel.Angle;
import thalweg.array.kernel.ErrorFunction;
import thalweg.array.kernel.Exponential;
import thalweg.array.kernel.LogGamma;
import thalweg.array.kernel.Logarithm;
import thalweg.array.kernel.Polygamma;
import thalweg.array.kernel.Power;
import thalweg.array.kernel.Trigonometric;

/// Single operations as JVM bytecode: what the compiler of the JVM sees is arithmetic on locals and nothing else.
final class Bytecode {
    static final ClassDesc REALS = CD_double.arrayType().arrayType();
    static final ClassDesc WORDS = ConstantDescs.CD_long.arrayType().arrayType();
    static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, REALS, WORDS);
    private static final ClassDesc MATH = ClassDesc.of("java.lang.Math");
    private static final ClassDesc ERROR_FUNCTION = ClassDesc.of(ErrorFunction.class.getName());
    private static final ClassDesc LOG_GAMMA = ClassDesc.of(LogGamma.class.getName());
    private static final ClassDesc POLYGAMMA = ClassDesc.of(Polygamma.class.getName());
    private static final ClassDesc POWER = ClassDesc.of(Power.class.getName());
    private static final ClassDesc ANGLE = ClassDesc.of(Angle.class.getName());
    private static final ClassDesc EXPONENTIAL = ClassDesc.of(Exponential.class.getName());
    private static final ClassDesc LOGARITHM = ClassDesc.of(Logarithm.class.getName());
    private static final ClassDesc TRIGONOMETRIC = ClassDesc.of(Trigonometric.class.getName());
    private static final ClassDesc PICKING = ClassDesc.of(Picking.class.getName());
    private static final MethodTypeDesc PLACE = MethodTypeDesc.of(CD_int, CD_double, CD_int);
    private static final MethodTypeDesc ONE = MethodTypeDesc.of(CD_double, CD_double);
    private static final MethodTypeDesc TWO = MethodTypeDesc.of(CD_double, CD_double, CD_double);
    private static final MethodTypeDesc NUMBERED = MethodTypeDesc.of(CD_double, CD_int, CD_double);

    private Bytecode() {}

    /// Generated code.
    interface Code {
        void run(double[][] reals, long[][] words);
    }

    /// An instance of a generated class with `run` and further static methods.
    static Code define(List<Part> parts) {
        byte[] bytes = ClassFile.of().build(ClassDesc.of(Bytecode.class.getPackageName(), "Generated"), made -> {
            made.withInterfaceSymbols(ClassDesc.of(Code.class.getName()));
            made.withFlags(ClassFile.ACC_PUBLIC | ClassFile.ACC_FINAL);
            made.withMethodBody(
                    ConstantDescs.INIT_NAME,
                    ConstantDescs.MTD_void,
                    ClassFile.ACC_PUBLIC,
                    code -> code.aload(0)
                            .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                            .return_());
            made.withMethodBody("run", RUN, ClassFile.ACC_PUBLIC, code -> {
                for (int p = 0; p < parts.size(); p++) {
                    code.aload(1).aload(2);
                    code.invokestatic(ClassDesc.of(Bytecode.class.getPackageName(), "Generated"), "part" + p, RUN);
                }
                code.return_();
            });
            for (int p = 0; p < parts.size(); p++) {
                Part part = parts.get(p);
                made.withMethodBody("part" + p, RUN, ClassFile.ACC_STATIC, code -> {
                    part.write(code);
                    code.return_();
                });
            }
        });
        try {
            return (Code) MethodHandles.lookup()
                    .defineHiddenClass(bytes, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("generated code cannot be loaded", e);
        }
    }

    /// The body of a static method with parameters (reals, words).
    interface Part {
        void write(CodeBuilder code);
    }

    /// The function of one number on the stack.
    static void unary(CodeBuilder code, Unary op) {
        switch (op) {
            case NEG -> code.dneg();
            case RECIPROCAL -> {
                int at = code.allocateLocal(TypeKind.DOUBLE);
                code.dstore(at).dconst_1().dload(at).ddiv();
            }
            case SQRT -> code.invokestatic(MATH, "sqrt", ONE);
            case ABS -> code.invokestatic(MATH, "abs", ONE);
            case SIGN -> code.invokestatic(MATH, "signum", ONE);
            case FLOOR -> code.invokestatic(MATH, "floor", ONE);
            case EXP -> code.invokestatic(EXPONENTIAL, "exp", ONE);
            case EXPM1 -> code.invokestatic(EXPONENTIAL, "expm1", ONE);
            case TANH -> code.invokestatic(EXPONENTIAL, "tanh", ONE);
            case LOGISTIC -> code.invokestatic(EXPONENTIAL, "logistic", ONE);
            case LOG -> code.invokestatic(LOGARITHM, "log", ONE);
            case LOG1P -> code.invokestatic(LOGARITHM, "log1p", ONE);
            case SIN -> code.invokestatic(TRIGONOMETRIC, "sin", ONE);
            case COS -> code.invokestatic(TRIGONOMETRIC, "cos", ONE);
            case ERF -> code.invokestatic(ERROR_FUNCTION, "erf", ONE);
            case LGAMMA -> code.invokestatic(LOG_GAMMA, "lgamma", ONE);
            case REAL, WHOLE -> throw new IllegalArgumentException("words are not made here");
        }
    }

    static void polygamma(CodeBuilder code, int order) {
        int at = code.allocateLocal(TypeKind.DOUBLE);
        code.dstore(at).loadConstant(order).dload(at).invokestatic(POLYGAMMA, "polygamma", NUMBERED);
    }

    /// The function of two numbers on the stack.
    static void binary(CodeBuilder code, Binary op) {
        switch (op) {
            case ADD -> code.dadd();
            case SUB -> code.dsub();
            case MUL -> code.dmul();
            case DIV -> code.ddiv();
            case MAX -> code.invokestatic(MATH, "max", TWO);
            case MIN -> code.invokestatic(MATH, "min", TWO);
            case POW -> code.invokestatic(POWER, "pow", TWO);
            case ATAN2 -> code.invokestatic(ANGLE, "atan2", TWO);
            case LESS -> code.dcmpg().ifThenElse(Opcode.IFLT, CodeBuilder::dconst_1, CodeBuilder::dconst_0);
            case EQUAL -> code.dcmpg().ifThenElse(Opcode.IFEQ, CodeBuilder::dconst_1, CodeBuilder::dconst_0);
            case AND, XOR, SHIFT_LEFT, SHIFT_RIGHT, MUL_HIGH ->
                throw new IllegalArgumentException("words are not made here");
        }
    }

    /// (index, size) to the index as an int, checked.
    static void place(CodeBuilder code) {
        code.invokestatic(PICKING, "place", PLACE);
    }
}

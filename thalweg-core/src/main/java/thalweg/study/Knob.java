package thalweg.study;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a component of an experiment asks for. A component without it is a knob without help or bounds.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Knob {
    /// Help, in one sentence without a full stop.
    String value();

    /// Whether a value must be given; the default is then null.
    boolean required() default false;

    /// Whether it is the word behind verb and noun on the command line.
    boolean positional() default false;

    /// Smallest value, itself allowed.
    double min() default Double.NEGATIVE_INFINITY;

    /// Largest value, itself allowed.
    double max() default Double.POSITIVE_INFINITY;

    /// The words allowed, where not every word is.
    String[] choices() default {};
}

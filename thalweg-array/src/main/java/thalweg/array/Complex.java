package thalweg.array;

/// A complex tensor as two real ones: `z = re + i im`; derivatives are those by the two parts.
///
/// @param re the real part
/// @param im the imaginary part, of the same shape
public record Complex(Tensor re, Tensor im) {
    public Complex {
        if (!re.type().equals(im.type())) {
            throw new Misuse(
                    "a complex tensor of " + re.type() + " and " + im.type(),
                    "two parts of one shape and kind",
                    "expand the smaller part");
        }
    }

    /// A real tensor, with an imaginary part of zeros.
    public static Complex of(Tensor re) {
        return new Complex(re, re.minus(re));
    }

    /// `r (cos phi + i sin phi)`, the angle in radians.
    public static Complex polar(Tensor r, Tensor phi) {
        return new Complex(r.times(phi.cos()), r.times(phi.sin()));
    }

    public Complex plus(Complex z) {
        return new Complex(re.plus(z.re), im.plus(z.im));
    }

    public Complex minus(Complex z) {
        return new Complex(re.minus(z.re), im.minus(z.im));
    }

    public Complex neg() {
        return new Complex(re.neg(), im.neg());
    }

    /// The product element by element.
    public Complex times(Complex z) {
        return new Complex(re.times(z.re).minus(im.times(z.im)), re.times(z.im).plus(im.times(z.re)));
    }

    /// Every element by a real one.
    public Complex times(Tensor real) {
        return new Complex(re.times(real), im.times(real));
    }

    public Complex times(double real) {
        return new Complex(re.times(real), im.times(real));
    }

    /// The quotient element by element.
    public Complex over(Complex z) {
        Tensor size = z.square();
        Complex product = times(z.conjugate());
        return new Complex(product.re.over(size), product.im.over(size));
    }

    public Complex conjugate() {
        return new Complex(re, im.neg());
    }

    /// `|z|^2`, real.
    public Tensor square() {
        return re.square().plus(im.square());
    }

    /// `|z|`, real; its derivative at 0 is NaN.
    public Tensor abs() {
        return square().sqrt();
    }

    /// The angle in `(-pi, pi]`, in radians.
    public Tensor angle() {
        return im.atan2(re);
    }

    /// `e^z`
    public Complex exp() {
        return polar(re.exp(), im);
    }

    /// The principal logarithm, imaginary part in `(-pi, pi]`.
    public Complex log() {
        return new Complex(square().log().times(0.5), angle());
    }

    /// `log cosh z = s z + log(1 + e^{-2 s z}) - log 2` with the sign `s` of the real part, without overflow.
    public Complex logCosh() {
        Tensor negative = re.less(Tensor.of(0));
        Complex w = new Complex(negative.select(re.neg(), re), negative.select(im.neg(), im));
        Complex e = w.times(-2).exp();
        Tensor size = e.re.times(2).plus(e.square()).log1p().times(0.5);
        Tensor turn = e.im.atan2(e.re.plus(1));
        return new Complex(w.re.plus(size).minus(StrictMath.log(2)), w.im.plus(turn));
    }

    /// The matrix product, as [Tensor]'s.
    public Complex matmul(Complex z) {
        return new Complex(
                re.matmul(z.re).minus(im.matmul(z.im)), re.matmul(z.im).plus(im.matmul(z.re)));
    }

    /// A contraction over named axes, as `ab,bc->ac`.
    public Complex contract(String names, Complex z) {
        return new Complex(
                re.contract(names, z.re).minus(im.contract(names, z.im)),
                re.contract(names, z.im).plus(im.contract(names, z.re)));
    }

    /// The conjugate transpose of the last two axes.
    public Complex adjoint() {
        return new Complex(re.transpose(), im.transpose().neg());
    }

    /// `sum_i z_ii` over the last two axes.
    public Complex trace() {
        return new Complex(re.diagonalSum(), im.diagonalSum());
    }

    public Complex sum(int... axes) {
        return new Complex(re.sum(axes), im.sum(axes));
    }
}

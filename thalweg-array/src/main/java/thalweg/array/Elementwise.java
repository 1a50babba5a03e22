package thalweg.array;

/// The pointwise functions a tensor offers.
sealed interface Elementwise permits Tensor {
    Tensor self();

    default Tensor plus(Tensor y) {
        return join(Binary.ADD, self(), y);
    }

    default Tensor plus(double y) {
        return plus(Tensor.of(y));
    }

    default Tensor minus(Tensor y) {
        return join(Binary.SUB, self(), y);
    }

    default Tensor minus(double y) {
        return minus(Tensor.of(y));
    }

    /// The elementwise product; see [Linear#matmul] for the matrix product.
    default Tensor times(Tensor y) {
        return join(Binary.MUL, self(), y);
    }

    default Tensor times(double y) {
        return times(Tensor.of(y));
    }

    default Tensor over(Tensor y) {
        return join(Binary.DIV, self(), y);
    }

    default Tensor over(double y) {
        return over(Tensor.of(y));
    }

    default Tensor pow(Tensor y) {
        return join(Binary.POW, self(), y);
    }

    default Tensor pow(double y) {
        return y == 2 ? square() : y == 1 ? self() : y == 0.5 ? sqrt() : y == -1 ? reciprocal() : pow(Tensor.of(y));
    }

    default Tensor max(Tensor y) {
        return join(Binary.MAX, self(), y);
    }

    default Tensor min(Tensor y) {
        return join(Binary.MIN, self(), y);
    }

    /// The angle of the point (`x`, this), in radians.
    default Tensor atan2(Tensor x) {
        return join(Binary.ATAN2, self(), x);
    }

    /// 1 where this is less, else 0.
    default Tensor less(Tensor y) {
        return join(Binary.LESS, self(), y);
    }

    /// 1 where this is greater, else 0.
    default Tensor greater(Tensor y) {
        return join(Binary.LESS, y, self());
    }

    /// 1 where both are the same, else 0.
    default Tensor same(Tensor y) {
        return join(Binary.EQUAL, self(), y);
    }

    /// `a` where this is not 0, else `b`.
    default Tensor select(Tensor a, Tensor b) {
        return new Pointwise.Select().of(Broadcast.all("select", self(), a, b));
    }

    default Tensor neg() {
        return Unary.NEG.of(self());
    }

    default Tensor reciprocal() {
        return Unary.RECIPROCAL.of(self());
    }

    default Tensor sqrt() {
        return Unary.SQRT.of(self());
    }

    default Tensor square() {
        return times(self());
    }

    default Tensor abs() {
        return Unary.ABS.of(self());
    }

    default Tensor sign() {
        return Unary.SIGN.of(self());
    }

    default Tensor exp() {
        return Unary.EXP.of(self());
    }

    default Tensor expm1() {
        return Unary.EXPM1.of(self());
    }

    default Tensor log() {
        return Unary.LOG.of(self());
    }

    default Tensor log1p() {
        return Unary.LOG1P.of(self());
    }

    default Tensor sin() {
        return Unary.SIN.of(self());
    }

    default Tensor cos() {
        return Unary.COS.of(self());
    }

    default Tensor tan() {
        return sin().over(cos());
    }

    default Tensor tanh() {
        return Unary.TANH.of(self());
    }

    /// `(e^x - e^-x) / 2`, exact near 0.
    default Tensor sinh() {
        Tensor e = expm1();
        return e.plus(e.over(e.plus(1))).times(0.5);
    }

    default Tensor cosh() {
        return exp().plus(neg().exp()).times(0.5);
    }

    /// `log cosh x = |x| + log(1 + e^{-2|x|}) - log 2`, without overflow.
    default Tensor logCosh() {
        Tensor a = self().greater(Tensor.of(0)).select(self(), neg());
        return a.plus(a.times(-2).exp().log1p()).minus(StrictMath.log(2));
    }

    /// The angle whose tangent this is, in radians.
    default Tensor atan() {
        return atan2(Tensor.of(1));
    }

    /// The angle whose sine this is, in radians.
    default Tensor asin() {
        Tensor x = self();
        return x.atan2(x.plus(1).times(x.neg().plus(1)).sqrt());
    }

    /// The angle whose cosine this is, in radians.
    default Tensor acos() {
        Tensor x = self();
        return x.plus(1).times(x.neg().plus(1)).sqrt().atan2(x);
    }

    /// `1 / (1 + e^-x)`.
    default Tensor logistic() {
        return Unary.LOGISTIC.of(self());
    }

    /// `log(1 + e^x)`, without overflow.
    default Tensor softplus() {
        Tensor a = self().greater(Tensor.of(0)).select(neg(), self());
        return self().max(Tensor.of(0)).plus(a.exp().log1p());
    }

    default Tensor erf() {
        return Unary.ERF.of(self());
    }

    /// `log |Gamma(x)|`.
    default Tensor lgamma() {
        return Unary.LGAMMA.of(self());
    }

    /// `psi^(n)(x)`; `n = 0` is digamma.
    default Tensor polygamma(int n) {
        return new Pointwise.Polygamma(n).of(self());
    }

    default Tensor floor() {
        return Unary.FLOOR.of(self());
    }

    /// Words as floating point numbers.
    default Tensor real() {
        return Unary.REAL.of(self());
    }

    /// Floating point numbers as words, rounded towards zero.
    default Tensor whole() {
        return Unary.WHOLE.of(self());
    }

    default Tensor and(Tensor y) {
        return join(Binary.AND, self(), y);
    }

    default Tensor xor(Tensor y) {
        return join(Binary.XOR, self(), y);
    }

    default Tensor shiftLeft(Tensor bits) {
        return join(Binary.SHIFT_LEFT, self(), bits);
    }

    /// Unsigned: zeros come in from the left.
    default Tensor shiftRight(Tensor bits) {
        return join(Binary.SHIFT_RIGHT, self(), bits);
    }

    /// The upper 64 bits of the unsigned product.
    default Tensor mulHigh(Tensor y) {
        return join(Binary.MUL_HIGH, self(), y);
    }

    /// The same value, which every derivative takes for a constant.
    default Tensor stop() {
        return new Identity.Stop().of(self());
    }

    /// The same value under a second name.
    default Tensor alias() {
        return new Identity.Alias().of(self());
    }

    private static Tensor join(Binary op, Tensor x, Tensor y) {
        return op.of(Broadcast.all(Notation.head(op), x, y));
    }
}

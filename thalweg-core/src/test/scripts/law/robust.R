# Standard errors of MEstimateTest: R 4.2.2, MASS 7.3-58.2.
options(digits = 16)
library(MASS)
for (psi in list(psi.huber, psi.bisquare)) print(summary(rlm(stack.loss ~ ., stackloss, psi = psi, acc = 1e-13, maxit = 1000))$coefficients)

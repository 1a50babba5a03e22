# Reference values of SeveralFactorsTest (two_factors.csv): mpmath 1.4.1; to standard error the same from all latent points at once, SciPy 1.17.1.
import numpy as np, mpmath as mp
from scipy import optimize
rng=np.random.default_rng(20261124)
n=14
x1=np.round(np.exp(rng.uniform(-1,2,n)),4); x2=np.round(np.exp(rng.uniform(0,3,n)),4)
s1=np.round(.05*x1,5); s2=np.round(.08*x2,5)
y=2.5*x1**1.5*x2**-0.75; sy=np.round(.04*y,5)
X1=np.round(x1*np.exp(.05*rng.normal(size=n)),4);X2=np.round(x2*np.exp(.08*rng.normal(size=n)),4);Y=np.round(y*np.exp(.04*rng.normal(size=n)),5)
mp.mp.dps=40
f=lambda a:[mp.mpf(repr(float(t))) for t in a]
X1m,X2m,Ym,s1m,s2m,sym=map(f,(X1,X2,Y,s1,s2,sy))
u1=[mp.log(t) for t in X1m];u2=[mp.log(t) for t in X2m];v=[mp.log(t) for t in Ym]
e1=[a/b for a,b in zip(s1m,X1m)];e2=[a/b for a,b in zip(s2m,X2m)];ev=[a/b for a,b in zip(sym,Ym)]
# joint likelihood over latent points too: S as a function of c with latent eliminated is exact; check by full minimisation over latents in floats
def S(c0,c1,c2): return sum((v[i]-c0-c1*u1[i]-c2*u2[i])**2/(ev[i]**2+(c1*e1[i])**2+(c2*e2[i])**2) for i in range(n))
g=lambda c0,c1,c2:[mp.diff(S,(c0,c1,c2),k) for k in [(1,0,0),(0,1,0),(0,0,1)]]
sol=mp.findroot(lambda a,b,c:g(a,b,c),(mp.log(2.5),1.5,-.75),tol=1e-50)
c=[sol[0],sol[1],sol[2]]
# covariance: eliminate latents from the information matrix of (c, latents): A - B D^-1 B^T at the solution (Gauss-Newton)
W=[1/(ev[i]**2+(c[1]*e1[i])**2+(c[2]*e2[i])**2) for i in range(n)]
r=[v[i]-c[0]-c[1]*u1[i]-c[2]*u2[i] for i in range(n)]
a1=[u1[i]+W[i]*r[i]*c[1]*e1[i]**2 for i in range(n)];a2=[u2[i]+W[i]*r[i]*c[2]*e2[i]**2 for i in range(n)]
M=mp.matrix(3,3)
for i in range(n):
    d=[1,a1[i],a2[i]]
    for p in range(3):
        for q in range(3): M[p,q]+=W[i]*d[p]*d[q]
C=M**-1
print("# y = 2.5 a^1.5 b^-0.75 with errors of 4, 5 and 8 %; minimum of S by mpmath 1.4.1 (40 digits, its own derivatives), covariance from the points adjusted to it:")
print("# ln A",mp.nstr(c[0],17),"n_a",mp.nstr(c[1],17),"n_b",mp.nstr(c[2],17),"S",mp.nstr(S(*c),17),"se",[mp.nstr(mp.sqrt(C[k,k]),15) for k in range(3)],"cov(a,b)",mp.nstr(C[1,2],15))
print("a,a_error,b,b_error,y,y_error")
for i in range(n): print(f"{X1[i]},{s1[i]},{X2[i]},{s2[i]},{Y[i]},{sy[i]}")
# y errors only
import sys
A=np.c_[np.ones(n),[float(t) for t in u1],[float(t) for t in u2]]; w=1/np.array([float(t) for t in ev])
b=np.linalg.lstsq(A*w[:,None],np.array([float(t) for t in v])*w,rcond=None)[0]; Cc=np.linalg.inv((A*w[:,None]).T@(A*w[:,None]))
print(b,np.sqrt(np.diag(Cc)),file=sys.stderr)
# full joint check
from scipy.optimize import least_squares
U1=np.array([float(t) for t in u1]);U2=np.array([float(t) for t in u2]);V=np.array([float(t) for t in v]);E1=np.array([float(t) for t in e1]);E2=np.array([float(t) for t in e2]);EV=np.array([float(t) for t in ev])
def res(p):
    t1=p[3:3+n];t2=p[3+n:]
    return np.r_[(U1-t1)/E1,(U2-t2)/E2,(V-p[0]-p[1]*t1-p[2]*t2)/EV]
R=least_squares(res,np.r_[1,1.5,-.75,U1,U2],xtol=1e-15,ftol=1e-15,gtol=1e-15)
print('joint',R.x[:3],2*R.cost, np.sqrt(np.diag(np.linalg.inv(R.jac.T@R.jac)))[:3],file=sys.stderr)

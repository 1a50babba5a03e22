# Reference values of VuongTest (rivals.csv): mpmath 1.4.1 and, for starting points only, SciPy 1.17.1. Run here.
import mpmath as mp, sys
mp.mp.dps=30
bl=[mp.mpf(l) for l in open('../../resources/thalweg/room/law/us_blackouts.csv').read().split('\n')[2:] if l]
rows=[l.split(',') for l in open('../../resources/thalweg/room/law/moby_dick_word_counts.csv') if l[0]!='#'][1:]
words=[(mp.mpf(int(r[0])),int(r[1])) for r in rows]
def V(pl,lq,pts):
    n=sum(c for x,c in pts); d=[(pl(x)-lq(x),c) for x,c in pts]; R=sum(a*c for a,c in d); m=R/n
    sd=mp.sqrt(sum(c*(a-m)**2 for a,c in d)/(n-1)); return R,(mp.sqrt(n)*m/sd)
out=[]
def rep(data,name,ll,R,v,*par): out.append(','.join([data,name,mp.nstr(ll,17),mp.nstr(R,15),mp.nstr(v,15)]+[mp.nstr(p,13) for p in par])); print(out[-1],file=sys.stderr,flush=True)
def cont(x,xm,data):
    t=[v for v in x if v>=xm]; n=len(t); pts=[(v,1) for v in t]
    a=1+n/sum(mp.log(v/xm) for v in t); pl=lambda v: mp.log((a-1)/xm)-a*mp.log(v/xm)
    # lognormal: (mu, sigma) by findroot on gradient
    L=[mp.log(v) for v in t]; s1=sum(L)/n; s2=sum(l*l for l in L)/n; lm=mp.log(xm)
    def ll(mu,sg): return -(s2-2*mu*s1+mu*mu)/(2*sg*sg)-mp.log(sg)-mp.log(mp.sqrt(2*mp.pi))-mp.log(mp.erfc((lm-mu)/(sg*mp.sqrt(2)))/2)
    from scipy import optimize
    r=optimize.minimize(lambda p:-float(ll(p[0],mp.e**p[1])),(float(s1)-1,0.5),method='Nelder-Mead',options=dict(xatol=1e-9,fatol=1e-14,maxiter=4000))
    s=mp.findroot(lambda m,g:[mp.diff(ll,(m,g),(1,0)),mp.diff(ll,(m,g),(0,1))],(r.x[0],mp.e**r.x[1]))
    mu,sg=s; lq=lambda v: -(mp.log(v)-mu)**2/(2*sg*sg)-mp.log(sg)-mp.log(mp.sqrt(2*mp.pi))-mp.log(mp.erfc((lm-mu)/(sg*mp.sqrt(2)))/2)-mp.log(v)
    rep(data,'log-normal',sum(map(lq,t)),*V(pl,lq,pts),mu,sg)
    lam=1/(sum(t)/n-xm); lq=lambda v: mp.log(lam)-lam*(v-xm); rep(data,'exponential',sum(map(lq,t)),*V(pl,lq,pts),lam)
    # Weibull: profile lambda, solve beta
    def w(be): 
        la=n/sum((v/xm)**be-1 for v in t); return la,n*mp.log(la)+n*mp.log(be)+(be-1)*sum(mp.log(v/xm) for v in t)-n*mp.log(xm)-n
    be=mp.findroot(lambda b:mp.diff(lambda q:w(q)[1],b),mp.mpf('.3')); la=w(be)[0]
    lq=lambda v: mp.log(la*be)+(be-1)*mp.log(v/xm)-mp.log(xm)-la*((v/xm)**be-1); rep(data,'stretched exponential',sum(map(lq,t)),*V(pl,lq,pts),be,xm*la**(-1/be))
    T=[mp.log(v/xm) for v in t]; m1=sum(T)/n; mf=sum(v/xm-1 for v in t)/n
    lt=lambda al,k: -al*m1-k*mf-mp.log(mp.expint(al,k)*mp.e**k)
    from scipy import optimize
    r=optimize.minimize(lambda p:-float(lt(mp.mpf(p[0]),mp.e**p[1])),(float(a)-.2,-4),method='Nelder-Mead',options=dict(xatol=1e-6,fatol=1e-13,maxiter=3000))
    s=mp.findroot(lambda A,q:[mp.diff(lambda A,q:lt(A,mp.e**q),(A,q),(1,0)),mp.diff(lambda A,q:lt(A,mp.e**q),(A,q),(0,1))],(r.x[0],r.x[1]))
    al,k=s[0],mp.e**s[1]; lq=lambda v: -al*mp.log(v/xm)-k*(v/xm-1)-mp.log(mp.expint(al,k)*mp.e**k)-mp.log(xm); rep(data,'power law with exponential cut-off',sum(map(lq,t)),*V(pl,lq,pts),al,k/xm)
cont(bl,230000,'blackouts')
# a lower start, where log-normal etc. are inside
cont(bl,10000,'blackouts_10000')
def disc(w,xm,data,cut0):
    pts=[(x,c) for x,c in w if x>=xm]; n=sum(c for x,c in pts)
    m1=sum(c*mp.log(x) for x,c in pts)/n
    a=mp.findroot(lambda s: m1+mp.zeta(s,xm,1)/mp.zeta(s,xm),mp.mpf('1.9')); pl=lambda x:-a*mp.log(x)-mp.log(mp.zeta(a,xm))
    mean=sum(c*x for x,c in pts)/n; lam=mp.log(1+1/(mean-xm)); lq=lambda x: mp.log(1-mp.e**-lam)-lam*(x-xm); rep(data,'exponential',sum(c*lq(x) for x,c in pts),*V(pl,lq,pts),lam)
    mu=mp.findroot(lambda q: q*mp.gammainc(xm-1,0,q,regularized=True)/mp.gammainc(xm,0,q,regularized=True)-mean,mean)
    lq=lambda x: x*mp.log(mu)-mu-mp.loggamma(x+1)-mp.log(mp.gammainc(xm,0,mu,regularized=True)); rep(data,'Poisson',sum(c*lq(x) for x,c in pts),*V(pl,lq,pts),mu)
    # cut-off: sum by direct + integral tail
    mk=mean
    def norm(al,k):
        return mp.nsum(lambda j: mp.e**(-al*mp.log(xm+j)-k*j),[0,mp.inf],method='e')
    K=400
    def norm(al,k):
        s=sum(mp.e**(-al*mp.log(j)-k*(j-xm)) for j in range(xm,K))
        f=lambda x: mp.e**(-al*mp.log(x)-k*(x-xm))
        I=mp.mpf(K)**(1-al)*mp.expint(al,k*K)*mp.e**(k*xm)
        e=f(K)/2; D=mp.taylor(f,K,9)
        for j in range(1,6): e-=mp.bernoulli(2*j)/mp.factorial(2*j)*D[2*j-1]*mp.factorial(2*j-1)
        return s+I+e
    lt=lambda al,k:-al*m1-k*(mk-xm)-mp.log(norm(al,k))
    mp.mp.dps=22
    s=mp.findroot(lambda A,k:[mp.diff(lt,(A,k),(1,0),h=mp.mpf('1e-6')),mp.diff(lt,(A,k),(0,1),h=mp.mpf('1e-10'))],(a-mp.mpf('.002'),mp.mpf(cut0)),tol=1e-12)
    al,k=s; N=mp.log(norm(al,k)); lq=lambda x:-al*mp.log(x)-k*(x-xm)-N; rep(data,'power law with exponential cut-off',sum(c*lq(x) for x,c in pts),*V(pl,lq,pts),al,k)
    mp.mp.dps=30
disc(words,7,'words','1e-6')
# discrete log-normal and stretched where they are inside: a small made sample
import random
random.seed(5)
sm={}
for i in range(300):
    k=int(round(2.718281828**random.gauss(2.3,.7))); k=max(k,1); sm[k]=sm.get(k,0)+1
print('small',sorted(sm.items()),file=sys.stderr)
pts=[(mp.mpf(k),c) for k,c in sorted(sm.items()) if k>=4]; n=sum(c for x,c in pts); xm=4
m1=sum(c*mp.log(x) for x,c in pts)/n
a=mp.findroot(lambda s: m1+mp.zeta(s,xm,1)/mp.zeta(s,xm),mp.mpf('1.9')); pl=lambda x:-a*mp.log(x)-mp.log(mp.zeta(a,xm))
Q=lambda z: mp.erfc(z/mp.sqrt(2))/2
def lq0(mu,sg): return lambda x: mp.log(Q((mp.log(x-.5)-mu)/sg)-Q((mp.log(x+.5)-mu)/sg))-mp.log(Q((mp.log(xm-.5)-mu)/sg))
ll=lambda mu,sg: sum(c*lq0(mu,sg)(x) for x,c in pts)
s=mp.findroot(lambda m,g:[mp.diff(ll,(m,g),(1,0)),mp.diff(ll,(m,g),(0,1))],(2.3,.7)); lq=lq0(*s); rep('small','log-normal',ll(*s),*V(pl,lq,pts),*s)
S=lambda x,be,ta: mp.e**(-(x/ta)**be)
def lw(be,ta): return lambda x: mp.log(S(x-.5,be,ta)-S(x+.5,be,ta))+(mp.mpf(xm-.5)/ta)**be
ll=lambda be,ta: sum(c*lw(be,ta)(x) for x,c in pts)
s=mp.findroot(lambda m,g:[mp.diff(ll,(m,g),(1,0)),mp.diff(ll,(m,g),(0,1))],(1.2,12)); lq=lw(*s); rep('small','stretched exponential',ll(*s),*V(pl,lq,pts),*s)
# words: log-normal at R's stopping point
pts=[(x,c) for x,c in words if x>=7]; xm=7; a=mp.mpf('1.95272835311662'); pl=lambda x:-a*mp.log(x)-mp.log(mp.zeta(a,xm))
mu,sg=mp.mpf('-236.5780519137986'),mp.mpf('15.9082502365717'); mp.mp.dps=400; lq=lq0(mu,sg); rep('words_R','log-normal',sum(c*lq(x) for x,c in pts),*V(pl,lq,pts),mu,sg)
print('\n'.join(out))

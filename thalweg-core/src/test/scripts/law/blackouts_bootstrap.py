# p of the blackouts by the distance at both limits of each step and at one: NumPy 2.4. Run here.
import numpy as np, sys
x=np.sort(np.array([float(l) for l in open('../../resources/thalweg/room/law/us_blackouts.csv').read().split('\n')[2:] if l]))
def fit(x,mode):
    x=np.sort(x); best=(9,)
    for xm in np.unique(x)[:-1]:
        t=x[x>=xm]; n=len(t); a=1+n/np.log(t/xm).sum(); cf=1-(t/xm)**(1-a)
        lo=np.arange(n)/n; hi=np.arange(1,n+1)/n
        if mode=='two':
            # ties: use distinct
            u,c=np.unique(t,return_counts=True); H=np.cumsum(c)/n; L=H-c/n; f=1-(u/xm)**(1-a)
            D=max(np.abs(f-H).max(),np.abs(f-L).max())
        elif mode=='lo': D=np.abs(cf-lo).max()
        elif mode=='hi': D=np.abs(cf-hi).max()
        elif mode=='hiU':
            u,c=np.unique(t,return_counts=True); H=np.cumsum(c)/n; f=1-(u/xm)**(1-a); D=np.abs(f-H).max()
        if D<best[0]: best=(D,xm,a,n)
    return best
rng=np.random.default_rng(1)
for mode in ['two','lo','hi','hiU']:
    D,xm,a,n=fit(x,mode); print(mode,D,xm,a,n)
    k=0;R=600
    body=x[x<xm]
    for r in range(R):
        m=rng.random(len(x))<n/len(x)
        y=np.where(m,xm*rng.random(len(x))**(-1/(a-1)),rng.choice(body,len(x)))
        k+=fit(y,mode)[0]>=D
    print('p',k/R,flush=True)

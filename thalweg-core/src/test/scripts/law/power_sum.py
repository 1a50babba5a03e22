# Reference values of PowerSumTest (power_sum.csv): mpmath 1.4.1; digits grow with a^s, since its zeta errs absolutely.
from mpmath import mp, mpf, zeta, diff, nsum, log, exp, inf
mp.dps=60
print("# a^s zeta(s, a) and its first two derivatives in s (of the scaled sum), mpmath 1.4.1, 20 printed; last rows: finite sums k = a..b added term by term")
print("s,a,b,value,first,second")
for s in ['1.01','1.5','1.9527275116734','2','2.5','3','4.75','8','17','45.5']:
    for a in [1,2,7,13,100,230000,10**9]:
        s_=mpf(s); a_=mpf(a)
        # derivatives of Hurwitz zeta by mpmath's own
        mp.dps=60+int(float(s)*len(str(a))*1.2)
        s_=mpf(s); a_=mpf(a)
        z0=zeta(s_,a_); z1=zeta(s_,a_,1); z2=zeta(s_,a_,2)
        p=a_**s_; L=log(a_)
        print(','.join([s,str(a),'inf',mp.nstr(p*z0,20),mp.nstr(p*(L*z0+z1),20),mp.nstr(p*(L*L*z0+2*L*z1+z2),20)]))
for s in ['-0.5','0','0.999','1','1.000001','1.5','2.5','6','33']:
    for a,b in [(1,1),(1,5),(1,40),(7,1000),(100,10000),(3,20000)]:
        s_=mpf(s); v=f=g=mpf(0)
        for k in range(a,b+1):
            r=log(mpf(k)/a); e=exp(-s_*r); v+=e; f-=r*e; g+=r*r*e
        print(','.join([s,str(a),str(b)]+[mp.nstr(q,20) for q in (v,f,g)]))

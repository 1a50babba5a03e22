# Coefficients, standard errors and scale of MEstimateTest: statsmodels 0.15.0.
import statsmodels.api as sm
d = sm.datasets.stackloss.load_pandas().data
y, X = d['STACKLOSS'].values, sm.add_constant(d[['AIRFLOW', 'WATERTEMP', 'ACIDCONC']].values)
for norm in (sm.robust.norms.HuberT(), sm.robust.norms.TukeyBiweight()):
    r = sm.RLM(y, X, M=norm).fit(scale_est='mad', cov='H1', tol=1e-14, maxiter=500)
    print(r.params, r.bse, r.scale)

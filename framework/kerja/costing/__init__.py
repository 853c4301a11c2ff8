"""What a programme costs, in closed form: funnel, package, lines, years, options side by side."""

from kerja.costing.accounts import Account as Account
from kerja.costing.accounts import Verdict as Verdict
from kerja.costing.appraisal import Appraisal as Appraisal
from kerja.costing.appraisal import appraise as appraise
from kerja.costing.cases import Cases as Cases
from kerja.costing.costing import Costing as Costing
from kerja.costing.costing import CostYear as CostYear
from kerja.costing.costing import Ratio as Ratio
from kerja.costing.costing import cost as cost
from kerja.costing.crisis import Crisis as Crisis
from kerja.costing.drivers import Driver as Driver
from kerja.costing.estimates import Estimate as Estimate
from kerja.costing.funnel import Funnel as Funnel
from kerja.costing.funnel import Stage as Stage
from kerja.costing.funnel import funnel as funnel
from kerja.costing.lags import Lag as Lag
from kerja.costing.lags import Lags as Lags
from kerja.costing.line import Factor as Factor
from kerja.costing.line import Line as Line
from kerja.costing.line import Term as Term
from kerja.costing.options import Horizon as Horizon
from kerja.costing.options import Option as Option
from kerja.costing.options import options as options
from kerja.costing.payers import Paid as Paid
from kerja.costing.phasing import FiscalNeed as FiscalNeed
from kerja.costing.phasing import Phasing as Phasing
from kerja.costing.prices import Prices as Prices

__all__ = [
    "Account",
    "Appraisal",
    "Cases",
    "CostYear",
    "Costing",
    "Crisis",
    "Driver",
    "Estimate",
    "Factor",
    "FiscalNeed",
    "Funnel",
    "Horizon",
    "Lag",
    "Lags",
    "Line",
    "Option",
    "Paid",
    "Phasing",
    "Prices",
    "Range",
    "Ratio",
    "Stage",
    "Term",
    "Verdict",
    "appraise",
    "cost",
    "funnel",
    "options",
]

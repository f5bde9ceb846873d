"""One electron with q flux quanta, as it is at the filling 1/q."""

from derive import Theorem, definition

from ..sources import quantum_hall
from .notation import glossary

exchange_sign_of_one_electron = Theorem(
    "fractional.exchange_sign_of_one_electron",
    title="Exchange sign of one electron with its flux quanta",
    source=quantum_hall("A114 A115 A117", "Statistics"),
    glossary=glossary,
    given={
        "exchange sign": definition(
            r"\forall p, q: s_{p,q} = (-1)^{p(q+1)}", "theorem fractional.exchange_sign"
        ),
    },
    claim=[
        r"s_{1,q} = (-1)^{q+1}",
        r"s_{1,1} = 1",
        r"s_{1,2} = -1",
        r"s_{1,3} = 1",
    ],
    proof=r"""
        s_{1,q} = (-1)^{q+1}     % exchange sign
        s_{1,1} = (-1)^{1+1}     % exchange sign
                = 1
        s_{1,2} = (-1)^{2+1}     % exchange sign
                = -1
        s_{1,3} = (-1)^{3+1}     % exchange sign
                = 1
    """,
    immediate="it is the sign for one electron; what is to be seen is how it changes with each flux "
    "quantum",
)

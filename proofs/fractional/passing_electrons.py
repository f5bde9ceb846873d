"""The sign of k electrons that pass l others, one by one."""

from derive import Theorem, definition, law

from ..sources import SAKURAI, quantum_hall
from .notation import glossary

passing_electrons = Theorem(
    "fractional.passing_electrons",
    title="When k electrons pass l others",
    source=quantum_hall("A114", "Statistics: the sign of the electrons themselves"),
    glossary=glossary,
    given={
        "no electron": definition(r"t_0 = 1"),
        "one more": law(r"\forall k: t_{k+1} = -t_k", f"Pauli principle; {SAKURAI}, section 6.2"),
        "none of the block": definition(r"\forall l: \tau_{0,l} = 1"),
        "one by one": definition(r"\forall k, l: \tau_{k+1,l} = t_l\tau_{k,l}"),
    },
    claim=r"\tau_{k,l} = (-1)^{kl}",
    proof=r"""
        t_l = (-1)^l              % no electron, one more
        \tau_{k,l} = (-1)^{kl}    % none of the block, one by one, above
    """,
)

"""Two blocks of electrons change places: each electron of one passes each of the other."""

from derive import Theorem, definition, law

from ..sources import SAKURAI, quantum_hall
from .notation import glossary

electron_blocks = Theorem(
    "fractional.electron_blocks",
    title="Exchange of two blocks of electrons",
    source=quantum_hall("A114", "Statistics: the sign of the electrons themselves"),
    glossary=glossary,
    given={
        "no electron": definition(r"t_0 = 1"),
        "one more": law(r"\forall k: t_{k+1} = -t_k", f"Pauli principle; {SAKURAI}, section 6.2"),
        "no block": definition(r"\forall l: \tau_{0,l} = 1"),
        "one by one": definition(r"\forall k, l: \tau_{k+1,l} = t_l\tau_{k,l}"),
    },
    claim=[
        r"\forall l: t_l = (-1)^l",
        r"\forall k, l: \tau_{k,l} = (-1)^{kl}",
        r"\forall p: \tau_{p,p} = (-1)^p",
    ],
    proof=r"""
        t_l = (-1)^l                % no electron, one more
        \tau_{k,l} = (-1)^{kl}      % no block, one by one, above
        \tau_{p,p} = (-1)^{p^2}     % above
                   = (-1)^p
    """,
)

"""The conductivity of electrons with friction in crossed fields."""

from derive import Theorem, definition, law

from ..landau.cyclotron_frequency import cyclotron_frequency
from ..notation import glossary
from ..sources import ASHCROFT_MERMIN, quantum_hall

field_or_friction = law(r"\gamma^2 + \omega_c^2 \neq 0", "otherwise nothing limits the current")

conductivity_tensor = definition(
    r"""
    \begin{bmatrix} \sigma_{xx} & \sigma_{xy} \\ \sigma_{yx} & \sigma_{yy} \end{bmatrix}
    = \frac{ne^2}{m(\gamma^2 + \omega_c^2)}
      \begin{bmatrix} \gamma & -\omega_c \\ \omega_c & \gamma \end{bmatrix}
    """
)

drude_conductivity = Theorem(
    "hall.drude_conductivity",
    title="Conductivity tensor of Drude",
    source=f"{quantum_hall('A009 A046', 'Relaxation time')}; {ASHCROFT_MERMIN}, chapter 1",
    glossary=glossary,
    given={
        "stationary": law(
            r"""
            -e \begin{bmatrix} E_x + v_y B \\ E_y - v_x B \end{bmatrix}
            - m\gamma \begin{bmatrix} v_x \\ v_y \end{bmatrix}
            = \begin{bmatrix} 0 \\ 0 \end{bmatrix}
            """,
            "Lorentz force and friction cancel; γ = 1/τ",
        ),
        "drift": law(
            r"\begin{bmatrix} J_x \\ J_y \end{bmatrix} = -ne \begin{bmatrix} v_x \\ v_y \end{bmatrix}",
            "n electrons of charge -e per area",
        ),
        "cyclotron frequency": cyclotron_frequency,
        "field or friction": field_or_friction,
        "conductivity tensor": conductivity_tensor,
    },
    claim=r"""
        \begin{bmatrix} J_x \\ J_y \end{bmatrix}
        = \begin{bmatrix} \sigma_{xx} & \sigma_{xy} \\ \sigma_{yx} & \sigma_{yy} \end{bmatrix}
          \begin{bmatrix} E_x \\ E_y \end{bmatrix}
    """,
    proof=r"""
        \gamma J_x = \frac{ne^2}{m} (E_x + v_y B)        % stationary, drift
                   = \frac{ne^2}{m} E_x - \omega_c J_y   % drift, cyclotron frequency
        \gamma J_y = \frac{ne^2}{m} (E_y - v_x B)        % stationary, drift
                   = \frac{ne^2}{m} E_y + \omega_c J_x   % drift, cyclotron frequency
        \begin{bmatrix} J_x \\ J_y \end{bmatrix} = \frac{ne^2}{m(\gamma^2 + \omega_c^2)} \begin{bmatrix} \gamma & -\omega_c \\ \omega_c & \gamma \end{bmatrix} \begin{bmatrix} E_x \\ E_y \end{bmatrix} % above, field or friction
            = \begin{bmatrix} \sigma_{xx} & \sigma_{xy} \\ \sigma_{yx} & \sigma_{yy} \end{bmatrix} \begin{bmatrix} E_x \\ E_y \end{bmatrix} % conductivity tensor
    """,
)

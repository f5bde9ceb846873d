"""The resistivity tensor, from inverting the full conductivity tensor."""

from derive import Theorem, definition

from ..landau.cyclotron_frequency import cyclotron_frequency
from ..notation import glossary
from ..sources import quantum_hall
from .drude_conductivity import (
    conductivity_tensor,
    drude_conductivity,
    field_or_friction,
)

resistivity_from_conductivity = Theorem(
    "hall.resistivity_from_conductivity",
    title="Resistivity tensor, the inverse of the conductivity tensor",
    source=quantum_hall("A031 A046", "Hall resistance"),
    glossary=glossary,
    given={
        "Drude": drude_conductivity,
        "conductivity tensor": conductivity_tensor,
        "field or friction": field_or_friction,
        "inverse": definition(
            r"""
            \begin{bmatrix} \rho_{xx} & \rho_{xy} \\ \rho_{yx} & \rho_{yy} \end{bmatrix}
            \begin{bmatrix} \sigma_{xx} & \sigma_{xy} \\ \sigma_{yx} & \sigma_{yy} \end{bmatrix}
            = \begin{bmatrix} 1 & 0 \\ 0 & 1 \end{bmatrix}
            """
        ),
        "cyclotron frequency": cyclotron_frequency,
    },
    claim=[
        r"""
        \begin{bmatrix} \rho_{xx} & \rho_{xy} \\ \rho_{yx} & \rho_{yy} \end{bmatrix}
        = \begin{bmatrix} \frac{m\gamma}{ne^2} & \frac{B}{ne} \\ -\frac{B}{ne} & \frac{m\gamma}{ne^2} \end{bmatrix}
        """,
        r"""
        \begin{bmatrix} E_x \\ E_y \end{bmatrix}
        = \begin{bmatrix} \rho_{xx} & \rho_{xy} \\ \rho_{yx} & \rho_{yy} \end{bmatrix}
          \begin{bmatrix} J_x \\ J_y \end{bmatrix}
        """,
    ],
    proof=r"""
        \begin{bmatrix} \rho_{xx} & \rho_{xy} \\ \rho_{yx} & \rho_{yy} \end{bmatrix} = \begin{bmatrix} \rho_{xx} & \rho_{xy} \\ \rho_{yx} & \rho_{yy} \end{bmatrix} \begin{bmatrix} \sigma_{xx} & \sigma_{xy} \\ \sigma_{yx} & \sigma_{yy} \end{bmatrix} \frac{m}{ne^2} \begin{bmatrix} \gamma & \omega_c \\ -\omega_c & \gamma \end{bmatrix} % conductivity tensor, field or friction
            = \frac{m}{ne^2} \begin{bmatrix} \gamma & \omega_c \\ -\omega_c & \gamma \end{bmatrix} % inverse
            = \begin{bmatrix} \frac{m\gamma}{ne^2} & \frac{B}{ne} \\ -\frac{B}{ne} & \frac{m\gamma}{ne^2} \end{bmatrix} % cyclotron frequency
        \begin{bmatrix} E_x \\ E_y \end{bmatrix} = \begin{bmatrix} \rho_{xx} & \rho_{xy} \\ \rho_{yx} & \rho_{yy} \end{bmatrix} \begin{bmatrix} \sigma_{xx} & \sigma_{xy} \\ \sigma_{yx} & \sigma_{yy} \end{bmatrix} \begin{bmatrix} E_x \\ E_y \end{bmatrix} % inverse
            = \begin{bmatrix} \rho_{xx} & \rho_{xy} \\ \rho_{yx} & \rho_{yy} \end{bmatrix} \begin{bmatrix} J_x \\ J_y \end{bmatrix} % Drude
    """,
)

"""The symbols of a user's own notes."""

from derive import Glossary, ket, natural, operator, scalar, space

relativity = (
    scalar("c", "c", "positive", dimension="m/s"),
    scalar("beta", r"\beta", "real"),
    scalar("gamma", r"\gamma", "real"),
    scalar("t", "t", "real", dimension="s"),
    scalar("x", "x", "real", dimension="m"),
    scalar("t_prime", "t'", "real", dimension="s"),
    scalar("x_prime", "x'", "real", dimension="m"),
)

# Functions of time; neither evaluation nor the derivative has an adjoint there.
circuits = (
    space("T", inner=False),
    operator("d_t", r"\partial_t", "without adjoint", domain="T", dimension="1/s"),
    scalar("R", "R", "positive", dimension="ohm"),
    scalar("C", "C", "positive", dimension="F"),
    ket("Q", "Q", space="T", dimension="C", english="charge of the capacitor"),
    ket("I", "I", space="T", dimension="A", english="current through the resistor"),
    ket("V_R", "V_R", space="T", dimension="V", english="voltage of the resistor"),
    ket("V_C", "V_C", space="T", dimension="V", english="voltage of the capacitor"),
)

# Functions of entropy and volume.
thermodynamics = (
    space("F", inner=False),
    operator("d_S", r"\partial_S", "without adjoint", domain="F", dimension="K/J"),
    operator("d_V", r"\partial_V", "without adjoint", domain="F", dimension="1/m^3"),
    ket("E", "E", space="F", dimension="J", english="internal energy"),
    ket("Theta", "T", space="F", dimension="K", english="temperature"),
    ket("P", "P", space="F", dimension="Pa", english="pressure"),
)

mechanics = (
    scalar("m", "m", "positive", dimension="kg"),
    scalar("k", "k", "real", dimension="N/m", english="stiffness of the outer springs"),
    scalar("kappa", r"\kappa", "real", dimension="N/m", english="stiffness of the spring between"),
    ket("x_1", "x_1", space="T", dimension="m"),
    ket("x_2", "x_2", space="T", dimension="m"),
)

optics = (
    scalar("a", "a", "nonzero", dimension="m", english="object distance"),
    scalar("b", "b", "nonzero", dimension="m", english="image distance"),
    scalar("f", "f", "nonzero", dimension="m", english="focal length"),
    scalar("y", "y", "real", dimension="m", english="height of a ray"),
    scalar("theta", r"\theta", "real", english="angle of a ray"),
    scalar("y_prime", "y'", "real", dimension="m", english="height of the ray in the image"),
    scalar("theta_prime", r"\theta'", "real", english="angle of the ray in the image"),
)

quantum = (
    natural("n", "n"),
    scalar("hbar", r"\hbar", "positive", dimension="J s"),
    scalar("omega", r"\omega", "positive", dimension="1/s"),
    operator("H", r"\hat H", "hermitian", dimension="J"),
    operator("A", r"\hat a"),
    ket("state", r"|#1\rangle", slots=("natural",)),
    operator("U", r"\hat U"),
    operator("sigma_x", r"\sigma_x", "hermitian"),
    operator("sigma_y", r"\sigma_y", "hermitian"),
    operator("sigma_z", r"\sigma_z", "hermitian"),
    scalar("cos", r"\mathrm{c}", "real", english="cosine of half the angle"),
    scalar("sin", r"\mathrm{s}", "real", english="sine of half the angle"),
)

glossary = Glossary(
    *relativity, *circuits, *thermodynamics, *mechanics, *optics, *quantum
)

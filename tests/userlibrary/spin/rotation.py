"""A rotation of a spin ½ about z turns its x component towards y."""

from derive import Theorem, definition, law

from ..notation import glossary

rotation = Theorem(
    "spin.rotation",
    glossary=glossary,
    given={
        "rotation": definition(r"\hat U = \mathrm{c} - i\mathrm{s}\sigma_z", "about z, by twice the angle"),
        "Pythagoras": law(r"\mathrm{c}^2 + \mathrm{s}^2 = 1"),
        "commutator": law(r"[\sigma_z, \sigma_x] = 2i\sigma_y"),
        "anticommutator": law(r"\{\sigma_z, \sigma_x\} = 0"),
        "square": law(r"\sigma_z^2 = 1"),
    },
    claim=[
        r"\hat U^\dagger \hat U = 1",
        r"\hat U^\dagger \sigma_x \hat U = (\mathrm{c}^2 - \mathrm{s}^2) \sigma_x - 2\mathrm{c}\mathrm{s} \sigma_y",
    ],
    proof=r"""
        \hat U^\dagger \hat U = (\mathrm{c} + i\mathrm{s}\sigma_z)(\mathrm{c} - i\mathrm{s}\sigma_z)   % rotation
                              = \mathrm{c}^2 + \mathrm{s}^2                                            % square
                              = 1                                                                      % Pythagoras
        \hat U^\dagger \sigma_x \hat U = (\mathrm{c} + i\mathrm{s}\sigma_z) \sigma_x (\mathrm{c} - i\mathrm{s}\sigma_z)                        % rotation
                                       = \mathrm{c}^2 \sigma_x + i\mathrm{c}\mathrm{s} [\sigma_z, \sigma_x] + \mathrm{s}^2 \sigma_z\sigma_x\sigma_z
                                       = \mathrm{c}^2 \sigma_x - 2\mathrm{c}\mathrm{s} \sigma_y + \mathrm{s}^2 \sigma_z\sigma_x\sigma_z        % commutator
                                       = (\mathrm{c}^2 - \mathrm{s}^2) \sigma_x - 2\mathrm{c}\mathrm{s} \sigma_y                               % anticommutator, square
    """,
)

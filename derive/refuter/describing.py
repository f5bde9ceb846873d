"""x"""


class Description: ...


def describe() -> None: ...

"""The one exception that a user can mend."""


class KerjaError(Exception):
    """Something outside a profile's text is wrong and the user can put it right.

    Problems inside a profile are findings, reported all at once; a bug keeps its traceback.

    Args:
        message: what is wrong, quoting the value.
        hint: what would be right; may be empty.
    """

    exit_code = 1

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

"""Ridge regression from very many features, few of them at a time, to every need at once.

Solved by the kernel, as there are some thousands of texts and ten times as many features: it takes a tenth of the time
that solving for each need and feature does. The kernel is filled some rows at a time and solved where it stands, so that
a server which starts needs no more than its square.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from scipy.sparse import csr_matrix

ROWS = 512


@dataclass(frozen=True)
class Ridge:
    """`coefficients` are (features, targets); `usual` is what a text without any feature is taken for."""

    coefficients: "NDArray[np.float32]"
    usual: "NDArray[np.float32]"

    def predict(self, features: "csr_matrix") -> "NDArray[np.float32]":
        """(texts, targets)."""
        found: NDArray[np.float32] = features @ self.coefficients + self.usual
        return found


def fit_ridge(features: "csr_matrix", targets: "NDArray[np.float32]", shrinking: float) -> Ridge:
    """The ridge regression of these targets (texts, targets) on these features (texts, features)."""
    from scipy.linalg import solve  # loaded with scikit-learn

    usual = targets.mean(axis=0)
    kernel = _kernel(features.astype(np.float32))
    kernel[np.diag_indices_from(kernel)] += shrinking
    solved = solve(kernel, targets - usual, assume_a="pos", overwrite_a=True, check_finite=False)
    coefficients = features.T @ solved.astype(np.float32)
    return Ridge(np.ascontiguousarray(coefficients, np.float32), usual.astype(np.float32))


def _kernel(features: "csr_matrix") -> "NDArray[np.float32]":
    """How alike each text is to each. In columns, as LAPACK has it: it is then solved without a copy."""
    texts, across = features.shape[0], features.T.tocsc()
    kernel = np.empty((texts, texts), np.float32, order="F")
    for first in range(0, texts, ROWS):
        kernel[first : first + ROWS] = (features[first : first + ROWS] @ across).toarray()
    return kernel

"""The linear model that `make learn` fits to examples: a set of features, and what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy import sparse
from scipy.optimize import minimize
from scipy.special import log_softmax
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from tests.gold.vectors import Vectors

Examples = Sequence[tuple[frozenset[str], Any]]


@dataclass(frozen=True)
class Fitted:
    """Classes, features, and the weights and biases of each class (of the second only, where there are two)."""

    classes: list[Any]
    features: list[str]
    weights: Any
    biases: Any


def fit(examples: Examples, strength: float, rarest: int) -> Fitted:
    """A logistic regression over the features that at least so many examples have; ``strength`` is the inverse of
    regularisation."""
    features, table = _table(examples, rarest)
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(table, [right for _, right in examples])
    return Fitted(list(model.classes_), features, model.coef_, model.intercept_)


def fit_with_vectors(
    examples: Examples, strength: float, rarest: int, vectors: Vectors, kinds: Sequence[str], scale: float
) -> Fitted:
    """The same over the features and, for each kind of features that name a stem (``w:``), the sum of the vectors of
    its stems. A sum of vectors weighs what its stems weigh together, so each stem's share goes into the weight of its
    own feature, whether an example has it or not: what is learned of a word holds for words like it."""
    features, table = _table(examples, rarest)
    place = {word: k for k, word in enumerate(vectors.stems)}
    sums = [_sums(examples, kind, place, vectors.matrix) * scale for kind in kinds]
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(sparse.hstack([table, *map(sparse.csr_matrix, sums)]).tocsr(), [right for _, right in examples])
    named = {name: model.coef_[:, k].copy() for k, name in enumerate(features)}
    size = vectors.matrix.shape[1]
    for at, kind in enumerate(kinds):
        start = len(features) + at * size
        shares = vectors.matrix @ model.coef_[:, start : start + size].T * scale
        for word, share in zip(vectors.stems, shares, strict=True):
            named[kind + word] = named.get(kind + word, 0.0) + share
    return Fitted(list(model.classes_), list(named), np.array(list(named.values())).T, model.intercept_)


def fit_beside(own: Any, others: Any, right: Any, calm: float) -> Any:
    """Logistic regression with an offset: what is added to the sums ``own`` (examples x classes) for the features
    ``others``, a row a feature and a last one as bias (features + 1 x classes), so that the class ``right`` of each
    example has the greatest; ``calm`` weighs the squares of all rows but the bias."""
    table = np.hstack([others, np.ones((len(others), 1))])
    shape = (table.shape[1], own.shape[1])
    wanted = np.eye(own.shape[1])[right]

    def loss(flat: Any) -> tuple[float, Any]:
        added = flat.reshape(shape)
        chances = log_softmax(own + table @ added, axis=1)
        slope = table.T @ (np.exp(chances) - wanted) / len(own)
        slope[:-1] += 2 * calm * added[:-1]
        return -(chances * wanted).sum() / len(own) + calm * (added[:-1] ** 2).sum(), slope.ravel()

    return minimize(loss, np.zeros(shape[0] * shape[1]), jac=True, method="L-BFGS-B").x.reshape(shape)


def _table(examples: Examples, rarest: int) -> tuple[list[str], Any]:
    counts = Counter(feature for features, _ in examples for feature in features)
    kept = [{feature: 1.0 for feature in features if counts[feature] >= rarest} for features, _ in examples]
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform(kept)
    return list(vectorizer.feature_names_), table


def _sums(examples: Examples, kind: str, place: dict[str, int], matrix: Any) -> Any:
    """For each example the sum of the vectors of the stems that its features of a kind name."""
    found = np.zeros((len(examples), matrix.shape[1]), np.float32)
    for k, (features, _) in enumerate(examples):
        words = (place.get(feature[len(kind) :]) for feature in features if feature.startswith(kind))
        known = [word for word in words if word is not None]
        if known:
            found[k] = matrix[known].sum(0)
    return found

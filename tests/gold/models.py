"""The linear model that `make learn` fits to examples: a set of features, and what is right."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression


@dataclass(frozen=True)
class Fitted:
    """Classes, features, and the weights and biases of each class (of the second only, where there are two)."""

    classes: list[Any]
    features: list[str]
    weights: Any
    biases: Any


def fit(examples: Sequence[tuple[frozenset[str], Any]], strength: float, rarest: int) -> Fitted:
    """A logistic regression over the features that at least so many examples have; ``strength`` is the inverse of
    regularisation."""
    counts = Counter(feature for features, _ in examples for feature in features)
    kept = [{feature: 1.0 for feature in features if counts[feature] >= rarest} for features, _ in examples]
    vectorizer = DictVectorizer()
    model = LogisticRegression(C=strength, max_iter=2000)
    model.fit(vectorizer.fit_transform(kept), [right for _, right in examples])
    return Fitted(list(model.classes_), vectorizer.feature_names_, model.coef_, model.intercept_)

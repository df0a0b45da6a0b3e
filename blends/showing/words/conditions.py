"""What each illness or allergy is called that a person can name."""

from types import MappingProxyType

CONDITION_NAMES = MappingProxyType(
    {
        "epilepsy": "epilepsy",
        "asthma": "asthma",
        "high_blood_pressure": "high blood pressure",
        "blood_thinners": "blood-thinning medicine",
        "sensitive_skin": "sensitive skin",
        "allergy_peanut": "peanut allergy",
        "allergy_soya": "soya allergy",
        "allergy_tree_nut": "tree nut allergy",
        "allergy_sesame": "sesame allergy",
        "allergy_wheat": "wheat allergy",
    }
)

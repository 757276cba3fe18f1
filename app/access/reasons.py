"""English sentences for the codes of decisions and obligations. The web application translates them itself.

A sentence addresses the asking member and names nothing that the member may not know.
"""

from typing import Final

SENTENCES: Final[dict[str, str]] = {
    # Decisions.
    "not_released": "It is not released to your party.",
    "role_may_not": "Your role in this team does not include this.",
    "judicial_only": "Your party reserves this to its judicial seats.",
    "originator_only": "Only the party that obtained the exhibit decides this.",
    "level_below_listed": "It is not released to you.",
    "level_below_readable": "For you it is only listed; its content is not released.",
    "level_below_held": "The original is not released to you. Ask its originator for it.",
    "withdrawn": "The exhibit is withdrawn.",
    "erased": "The exhibit is erased; its number and its custody are what is left.",
    "legal_hold": "A legal hold stands: nothing is erased while it does.",
    "joint_not_agreed": "It was obtained jointly, and not every originator has agreed to its erasure.",
    "not_due": "It is neither withdrawn nor due for review.",
    "court_use_not_consented": "It bears H1: its originator has not consented to your use in court.",
    "purpose_not_released": "It is not released for this purpose.",
    "other_offence_needs_consent": "Use for another offence needs the originator's express consent.",
    "in_quarantine": "It came from beyond the Union, and no administrator has verified it yet.",
    "not_in_quarantine": "It does not wait for a verification that you could give.",
    "originators_own": "Your own party obtained it: what exonerates in it, it discloses.",
    "not_restricted": "It bears neither H1 nor H2: nothing keeps it from being disclosed.",
    "unchecked": "It may hold privileged or abusive material, and no filter seat has cleared it yet.",
    "privileged": "A filter seat found it privileged: its content stays closed.",
    "closed_already": "It is closed already: a filter seat looks at it, or found it privileged.",
    "not_the_filter": "It does not wait for your verdict: only a named filter seat that brought nothing of it gives one.",
    "level_listed": "It is released to you as listed.",
    "level_readable": "It is released to you for reading.",
    "level_held": "It is released to you as held: the original may be taken.",
    # Obligations.
    "justify": "Say for what you use it and why.",
    "acknowledge_h3": "Acknowledge the handling conditions first.",
    "watermark": "What you read bears your name.",
    # What a release gives a seat.
    "audits_the_team": "The auditor of the whole team sees every exhibit as listed.",
    "role_listed_only": "The role sees it as listed, and no more.",
    "release_ended": "The release has ended.",
    "not_named": "The release names other seats.",
    "authority_not_named": "The release names another authority, or the role does not include what it gives.",
    "role_not_admitted": "The role sees only what names it.",
    # Results of default sharing rules.
    "rules": "Standing rules give it.",
    "by_hand": "A leader decides it.",
    "as_parents_admit": "A leader decides it, as far as those admit who obtained what it was derived from.",
    "waits_for_gate": "A leader decides it, and it waits for its gate first.",
    "no_rule": "No standing rule speaks of it.",
    "rule_none": "A standing rule gives nothing.",
    "rules_over": "The rules that give it have ended.",
    "rules_admit_nobody": "The rules that give it admit nobody together.",
    "party_not_active": "The party does not take part at this moment.",
    "outbound_gate_closed": "Beyond the Union nothing goes by rule: a leader releases it, and it waits for its attestation.",
    "tlp_red_needs_seats": "TLP:RED goes to named seats only.",
    "tlp_amber_strict_needs_authority": "TLP:AMBER+STRICT goes to one authority only.",
    "tlp_unknown": "Its TLP marking is not known here.",
}


def sentence(code: str) -> str:
    """Return the sentence of a code, or a generic one with the code."""
    return SENTENCES.get(code, f"The rule {code} speaks.")

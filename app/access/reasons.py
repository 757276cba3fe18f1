"""English sentences for the codes of decisions and obligations. The web application translates them itself.

A sentence addresses the asking member and names nothing that the member may not know.
"""

from typing import Final

from app.i18n.phrases import Phrase

SENTENCES: Final[dict[str, str]] = {
    # Decisions.
    "not_released": "The exhibit is not released to your party.",
    "role_may_not": "Your role in this team does not allow this.",
    "judicial_only": "Your party reserves this to its judicial members.",
    "originator_only": "Only the originator can do this.",
    "level_below_listed": "The exhibit is not released to you.",
    "level_below_readable": "You can see the metadata only. Ask the originator for access to the content.",
    "level_below_held": "You cannot download the original. Ask the originator for it.",
    "withdrawn": "The exhibit was withdrawn.",
    "erased": "The exhibit was erased. Only its number and its custody record remain.",
    "legal_hold": "A legal hold prevents the erasure.",
    "joint_not_agreed": "The exhibit was obtained jointly. Every originator must agree to its erasure.",
    "not_due": "The exhibit must be withdrawn or due for review first.",
    "court_use_not_consented": "The exhibit is marked H1: the originator has not consented to your use in court.",
    "purpose_not_released": "The exhibit is not released for this purpose.",
    "other_offence_needs_consent": "Use for another offence needs the express consent of the originator.",
    "in_quarantine": "The exhibit comes from a third country and is awaiting approval by an administrator.",
    "not_in_quarantine": "The exhibit does not need your approval.",
    "originators_own": "Your own party is the originator: disclose the exhibit instead.",
    "not_restricted": "The exhibit is marked neither H1 nor H2, so it can be disclosed directly.",
    "unchecked": "The exhibit is awaiting privilege review.",
    "privileged": "Privilege review found the exhibit privileged. Its content stays closed.",
    "closed_already": "The exhibit is already under privilege review, or was found privileged.",
    "not_the_filter": "Only an appointed privilege reviewer who contributed nothing to the exhibit can decide this.",
    "level_listed": "Released to you: metadata only.",
    "level_readable": "Released to you: view only.",
    "level_held": "Released to you: view and download.",
    "own_exhibit": "Your party is the originator.",
    "joint_exhibit": "Your party obtained the exhibit jointly.",
    # Obligations.
    "justify": "Enter the purpose and the reason.",
    "acknowledge_h3": "Acknowledge the handling conditions first.",
    "watermark": "The pages that you view carry your name.",
    # What a release gives a seat.
    "audits_the_team": "The auditor of the whole team sees the metadata of every exhibit.",
    "role_listed_only": "This role sees the metadata only.",
    "release_ended": "The release has ended.",
    "not_named": "The release names other members.",
    "authority_not_named": "The release names another authority, or the role does not include this access.",
    "role_not_admitted": "This role sees only exhibits that name it.",
    # Results of default sharing rules.
    "rules": "Released by default sharing rules.",
    "by_hand": "Decided by a leader.",
    "as_parents_admit": "Decided by a leader, within the access to the source exhibits.",
    "waits_for_gate": "Decided by a leader, after the required approval.",
    "no_rule": "No default sharing rule applies.",
    "rule_none": "A default sharing rule gives no access.",
    "rules_over": "The applicable rules have ended.",
    "rules_admit_nobody": "The applicable rules have no recipient in common.",
    "party_not_active": "The party does not take part at this moment.",
    "outbound_gate_closed": "Rules do not release to third countries. A leader releases, with an attestation.",
    "tlp_red_needs_seats": "TLP:RED allows named members only.",
    "tlp_amber_strict_needs_authority": "TLP:AMBER+STRICT allows one authority only.",
    "tlp_unknown": "The TLP marking is unknown.",
}


def sentence(code: str) -> str:
    """Return the sentence of a code, or a generic one with the code."""
    return SENTENCES.get(code, Phrase("Not allowed by the rule {code}.", code=code))

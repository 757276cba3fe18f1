import type { access as source } from './access.en';
import type { Translated } from '@/i18n/translated';

/** Les motifs des décisions d’accès. */
export const access = {
  because: {
    not_released: 'Elle n’est pas communiquée à votre partie.',
    role_may_not: 'Votre rôle ne le permet pas.',
    judicial_only: 'Votre partie réserve cela à ses magistrats.',
    originator_only: 'Seule l’autorité d’origine en décide.',
    level_below_listed: 'Elle ne vous est pas communiquée.',
    level_below_readable: 'Seule sa référence vous est communiquée.',
    level_below_held:
      'L’original ne vous est pas communiqué. Adressez une demande de consentement à l’autorité d’origine.',
    other_offence_needs_consent:
      'L’usage pour une autre infraction exige le consentement exprès de l’autorité d’origine. Adressez une demande de consentement pour cette finalité.',
    court_use_not_consented:
      'Elle porte le code H1, et l’autorité d’origine n’a pas consenti à votre usage en justice.',
    withdrawn: 'La pièce est retirée.',
    erased: 'La pièce est effacée. Son numéro et sa traçabilité demeurent.',
    legal_hold: 'Une conservation judiciaire en interdit l’effacement.',
    joint_not_agreed:
      'Elle a été obtenue conjointement, et toutes les autorités d’origine n’ont pas consenti à son effacement.',
    not_due: 'Elle n’est ni retirée ni à réexaminer.',
    unchecked:
      'Elle peut contenir des éléments couverts par le secret professionnel. Un membre chargé du contrôle doit d’abord la consulter.',
    privileged: 'Le contrôle du secret professionnel l’a jugée couverte par le secret.',
    closed_already: 'Elle est déjà signalée comme susceptible d’être couverte par le secret.',
    not_the_filter: 'Elle n’attend pas votre décision au titre du contrôle du secret professionnel.',
    in_quarantine: 'Elle est en quarantaine : aucun administrateur ne l’a encore validée.',
    not_in_quarantine: 'Elle n’attend pas votre décision.',
    purpose_not_released: 'Elle n’est pas communiquée pour cette finalité.',
    originators_own: 'Votre propre partie l’a obtenue et verse elle-même les éléments à décharge.',
    not_restricted: 'Elle ne porte ni le code H1 ni le code H2 : rien n’empêche son versement.',
    level_listed: 'Communiquée à vous : référence seule.',
    level_readable: 'Communiquée à vous : consultation.',
    own_exhibit: 'Votre partie est l’autorité d’origine.',
    joint_exhibit: 'Votre partie l’a recueillie conjointement.',
    level_held: 'Communiquée à vous : consultation et téléchargement.',
    audits_the_team: 'L’auditeur de l’équipe voit la référence de chaque pièce.',
    role_listed_only: 'Votre rôle ne voit que la référence.',
    release_ended: 'L’accès a pris fin.',
    not_named: 'L’accès est limité à d’autres membres.',
    authority_not_named: 'L’accès est limité à une autre autorité, ou votre rôle ne comprend pas ce niveau.',
    role_not_admitted: 'Votre rôle ne voit que les pièces qui vous sont communiquées nominativement.',
    rules: 'Selon une règle de communication par défaut.',
    by_hand: 'Sur décision d’un responsable.',
    as_parents_admit:
      'Sur décision d’un responsable, dans la limite fixée par les autorités d’origine des pièces dont elle est tirée :',
    waits_for_gate: 'Attend d’abord une validation ; ensuite :',
    no_rule: 'Aucune règle de communication par défaut ne s’applique.',
    rule_none: 'Une règle de communication par défaut ne donne aucun accès.',
    rules_over: 'Les règles de communication par défaut applicables ont pris fin.',
    rules_admit_nobody: 'Les règles de communication par défaut applicables n’ont aucun membre en commun.',
    party_not_active: 'Cette partie ne participe pas actuellement.',
    outbound_gate_closed: 'Aucune règle ne s’applique hors de l’Union : chaque communication est décidée et attestée.',
    tlp_red_needs_seats: 'TLP:RED n’est communiqué qu’à des membres désignés.',
    tlp_amber_strict_needs_authority: 'TLP:AMBER+STRICT n’est communiqué qu’à une seule autorité.',
    tlp_unknown: 'Son marquage TLP est inconnu ici.',
    justify: 'Vous indiquez la finalité et le motif.',
    acknowledge_h3: 'Vous prenez d’abord acte des conditions de traitement.',
    watermark: 'Les aperçus portent votre nom.',
    other: 'Le serveur ne le permet pas.',
    no_pages: 'Aucun fichier ne peut être affiché dans la page. Téléchargez les originaux.',
    no_files: 'Aucun fichier n’est encore complet.',
  },
} satisfies Translated<typeof source>;

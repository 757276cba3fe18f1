import type { rules as source } from './rules.en';
import type { Translated } from '@/i18n/translated';

export const rules = {
  rules: {
    nav: 'Accès', title: 'Règles permanentes', matrix: 'Ce que donne chaque sorte de scellé', loading: 'Lecture des règles',
    help: 'Ce que la partie {{party}} donne et à qui, une fois pour toutes : un scellé enregistré sans décision pour chaque partie est communiqué selon ces règles. Toutes les règles qui s’appliquent sont entendues, et la plus stricte l’emporte.',
    noParty: 'Votre siège n’appartient à aucune partie et n’a donc pas de règles.',
    none: 'Aucune règle permanente', noneHelp: 'D’ici là, ce que votre partie enregistre n’est vu que d’elle, sauf décision d’un chef d’équipe pour chaque scellé. Commencez par ce que vous donnez toujours, par exemple toutes les images disque à une partie.', noneMember: 'Ce que votre partie enregistre n’est vu que d’elle, sauf décision d’un chef d’équipe pour chaque scellé.',
    leadersDecide: 'Les chefs d’équipe de votre partie décident de ces règles.',
    existing: 'Les règles font les communications des nouveaux scellés. Ce qu’elles changeraient à ceux qui existent est d’abord montré, puis seulement fait.', look: 'Voir ce qu’elles changeraient',
    ofWhat: 'Scellés', anyCategory: 'Toute catégorie', anyHandling: 'Tout code', everybody: 'Toutes les parties', recipient: 'À qui', addIn: 'Ajouter une règle : {{place}}', changeIn: 'Modifier la règle : {{place}}',
    kinds: { member_state: 'États membres', third_country: 'Pays tiers', eu_body: 'Organes de l’Union', judicial_authority: 'Autorités judiciaires internationales', organisation: 'Organisations' },
    kept: { outbound_gate_closed: 'ne donne rien : hors de l’Union, chaque communication est attestée', party_not_active: 'ne donne rien : la partie ne participe pas' },
    add: 'Ajouter une règle', change: 'Règle {{code}}', cellHelp: 'Une autre sorte de scellé ou un autre destinataire est une autre règle.',
    clause: 'Clause de l’accord', clauseHelp: 'Elle fonde chaque communication que fait la règle.', needClause: 'Nommez la clause : chaque communication la cite.', reason: 'Motif de la modification',
    save: 'Inscrire la règle', saved: 'Règle {{code}} inscrite', savedHelp: 'Elle vaut pour les scellés enregistrés à partir de maintenant.',
    history: 'Comment elle en est venue là : version {{version}}',
    retire: 'Retirer la règle', retireTitle: 'Retirer la règle {{code}}', retireHelp: 'Elle ne vaut plus pour aucun nouveau scellé. Ce qu’elle a communiqué le reste jusqu’à ce que les changements soient vus et appliqués.', retired: 'Règle {{code}} retirée',
    stale: 'Quelqu’un a modifié cette règle entre-temps. Rien n’a été inscrit ; fermez et regardez-la de nouveau.',
    whoCould: 'Qui pourrait le voir', whoCouldHelp: 'Demandez avant d’enregistrer : le serveur répond selon les règles telles qu’elles sont à présent.', chooseCategory: 'Choisir une catégorie', asking: 'Demande en cours', notForeseen: 'Cela ne pourrait pas être inscrit ainsi',
    becomes: 'devient', seatsSee_one: '{{count}} siège sur {{total}} le verrait', seatsSee_other: '{{count}} sièges sur {{total}} le verraient', noSeatSees_one: 'Son siège ne le verrait pas', noSeatSees_other: 'Aucun de ses {{count}} sièges ne le verrait',
    changes: 'Ce que les règles changeraient', changesHelp: 'Les scellés communiqués selon les règles. Ce qu’un chef d’équipe a décidé lui-même reste tel quel.', nothing: 'Chaque scellé est communiqué comme le disent les règles à présent.',
    total_one: '{{count}} communication changerait', total_other: '{{count}} communications changeraient', apply: 'Appliquer ce qui est montré', applied_one: '{{count}} communication modifiée', applied_other: '{{count}} communications modifiées', appliedHelp: 'Chaque changement figure dans la traçabilité de son scellé.', confirm: 'J’ai regardé chaque scellé et chaque partie ci-dessus.',
    changedMeanwhile_one: 'Quelque chose a changé entre-temps : {{count}} changement a été fait, le reste non. Regardez de nouveau.', changedMeanwhile_other: 'Quelque chose a changé entre-temps : {{count}} changements ont été faits, le reste non. Regardez de nouveau.', again: 'Regarder de nouveau',
    why: 'Que puis-je faire, et pourquoi', act: 'Acte', acts: { open: 'Consulter', take: 'Prendre l’original', disclose: 'Verser à une procédure', bundle: 'Exporter un dossier', release: 'Communiquer à d’autres', describe: 'Rectifier la description', withdraw: 'Retirer' }, youMay: 'Vous le pouvez.', youMayNot: 'Vous ne le pouvez pas.',
  },
} satisfies Translated<typeof source>;

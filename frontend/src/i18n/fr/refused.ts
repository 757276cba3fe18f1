import type { refused as source } from '../en/refused';
import type { Translated } from '../translated';

/** Ce que le serveur refuse, d’après le code de son document de problème. */
export const refused = {
  refused: {
    'acknowledge-h3': 'Il faut d’abord prendre acte des conditions de la partie d’origine (H3). Rien n’a été consulté.',
    'already-confirmed': 'Votre partie l’a déjà confirmé. Rien n’a été modifié.',
    'already-seated': 'Ce siège est déjà occupé. Rien n’a été modifié.',
    'auditor-only': 'Seul l’auditeur de toute l’équipe en exporte l’archive.',
    complete: 'Le fichier est complet. Il fait partie du scellé et ne s’efface pas.',
    demonstration: 'Les comptes de démonstration partagent un même mot de passe ; il ne se modifie pas.',
    'email-taken': 'Cette adresse a déjà un compte.',
    exists: 'Quelqu’un d’autre a décidé pour cette partie au même instant. Vérifiez.',
    'foreign-origin': 'Cette demande ne vient pas de la page de Liaison. Ouvrez la page à sa propre adresse et réessayez.',
    'link-over': 'Ce lien ne peut plus être lancé. Consultez de nouveau le scellé.',
    'may-not-found': 'Votre compte ne permet pas de constituer une équipe. L’exploitant accorde ce droit.',
    'needs-leader': 'Un chef d’équipe de votre partie décide de ce que les autres peuvent voir. Rien n’a été modifié.',
    'no-account': 'Cette personne n’a pas encore de compte sur ce serveur. L’exploitant en crée un ; confirmez ensuite de nouveau.',
    'no-controller-designated': 'Aucun responsable du traitement n’est encore désigné pour ce que versent les pays tiers et les autorités judiciaires internationales (règlement (UE) 2023/969, art. 23, § 2). Rien n’a été créé.',
    'no-file': 'Le scellé n’a aucun fichier qui puisse être consulté.',
    'no-party': 'Seule une partie peut apporter un scellé.',
    'no-rendition': 'Rien de ce scellé ne se montre dans le navigateur. Il ne peut qu’être pris.',
    'not-ready': 'Ce n’est pas encore prêt.',
    'nothing-to-decide': 'Il n’y a rien à décider : le fichier n’attend plus de décision.',
    'opening-ended': 'La consultation a pris fin au bout de huit heures. Consultez de nouveau le scellé.',
    'originator-only': 'Seule la partie d’origine en décide. Rien n’a été modifié.',
    'other-party': 'Seul un chef d’équipe de cette partie confirme ses sièges.',
    'outbound-gate-closed': 'La communication à un pays tiers exige une attestation (règlement (UE) 2023/969, art. 17, § 2) que cette version ne sait pas recueillir. Rien n’a été communiqué.',
    'own-proposal': 'Vous avez proposé ce siège : un autre chef d’équipe de votre partie le confirme.',
    'own-release': 'L’accès de la partie d’origine ne se révoque pas ; retirez plutôt le scellé.',
    'own-seat': 'Nul ne confirme son propre siège.',
    'party-exists': 'Cette partie est déjà dans l’équipe. Rien n’a été modifié.',
    'rendition-pending': 'Les pages à lire sont en préparation. Réessayez dans un instant.',
    'role-may-not': 'Votre rôle dans cette équipe ne le prévoit pas. Rien n’a été modifié.',
    'seat-exists': 'Cette personne a déjà un siège dans cette équipe, ou une proposition de siège. Rien n’a été modifié.',
    withdrawn: 'Le scellé est retiré et ne se modifie plus.',
  },
} satisfies Translated<typeof source>;

import type { founding as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const founding = {
  founding: {
    title: 'Créer une équipe', start: 'Créer une équipe', steps: 'Étapes', mayNot: 'Votre compte ne permet pas de créer une équipe. Adressez-vous à l’exploitant de ce serveur.',
    agreement: 'Nom et accord', parties: 'Parties', leaders: 'Premiers responsables', check: 'Vérification et création',
    needed: 'Champ obligatoire', next: 'Continuer', back: 'Retour', found: 'Créer l’équipe',
    name: 'Nom de l’équipe', nameHelp: 'Par exemple le nom de l’opération.', reference: 'Référence de l’accord', referenceHelp: 'Telle qu’elle figure dans l’accord, par exemple ECE-2026-1.', signedOn: 'Accord signé le',
    teamZone: 'Fuseau horaire de l’équipe', teamZoneHelp: 'Les jours de l’équipe sont comptés dans ce fuseau.',
    addParty: 'Ajouter une partie', findParty: 'État ou organisme', noPlace: 'Aucun État ni organisme trouvé.', memberStates: 'États membres de l’UE', thirdCountries: 'Pays tiers', bodies: 'Organes de l’UE et organisations', needParty: 'Ajoutez au moins une partie.',
    partyCount_one: '{{count}} partie', partyCount_other: '{{count}} parties', removeParty: 'Retirer {{name}}',
    member_state: 'État membre de l’UE', third_country: 'Pays tiers', eu_body: 'Organe de l’UE', judicial_authority: 'Autorité judiciaire internationale', organisation: 'Organisation internationale',
    authority: 'Autorité', needAuthority: 'Indiquez le nom de l’autorité.', authorityKind: 'Nature', addAuthority: 'Ajouter une autorité', removeAuthority: 'Retirer {{name}}', zone: 'Fuseau horaire', nationalMember: 'Membre national',
    prosecution: 'Ministère public', court: 'Juridiction', police: 'Police', laboratory: 'Laboratoire', body: 'Organisme',
    thirdCountryHelp: 'Un administrateur valide chaque téléversement de cette partie. Chaque communication à cette partie requiert une attestation (règlement (UE) 2023/969, art. 17 et 18).', bodyHelp: 'Un organisme participe sans accès aux pièces par défaut.',
    founderParty: 'Votre partie', founderHelp: 'Vous devenez coordinateur de l’équipe pour cette partie.', founderFunction: 'Votre fonction',
    leadersHelp: 'Invitez un responsable par État. La personne n’a pas encore besoin d’un compte. Vous pouvez aussi inviter des responsables plus tard, sous Membres.',
    leaderName: 'Prénom et nom', leaderEmail: 'Adresse électronique', leaderAuthority: 'Autorité', needAddress: 'Indiquez une adresse électronique.',
    checkHelp: 'La création établit l’équipe, ses parties et son journal d’audit. Le nom, la référence et les parties ne peuvent plus être supprimés ensuite. Personne n’est invité avant cette étape.',
    summary: 'Ce qui sera créé', team: 'Équipe', coordinator: 'Coordinateur', you: '{{name}} (vous)',
    founded: '{{name}} est créée', foundedHelp: 'Vous en êtes le coordinateur. Les autres membres sont proposés sous Membres.',
    codes: 'Codes à usage unique des premiers responsables', codesHelp: 'Remettez chaque code hors de ce système, par exemple par téléphone. La personne le saisit à l’adresse {{address}}. Les codes ne sont affichés que maintenant et expirent après 14 jours.',
    inviting: 'Invitation des premiers responsables', party: 'Partie', person: 'Personne', code: 'Code à usage unique', copyCode: 'Copier le code de {{name}}', notInvited: '{{name}} n’a pas été invité', noted: 'J’ai noté ou remis les codes', open: 'Ouvrir l’équipe',
    addTitle: 'Ajouter une partie', addHelp: 'La partie rejoint l’équipe en vertu de l’accord. Le journal d’audit indique qui l’a ajoutée.', added: '{{name}} a été ajoutée',
    withdraw: 'Retirer la proposition', withdrawTitle: 'Retirer la proposition {{code}}', withdrawHelp: 'La proposition concernant {{name}} prend fin et son code n’est plus valable. La personne peut être proposée de nouveau.', withdrawn: 'Proposition {{code}} retirée',
    newCode: 'Émettre un autre code', newCodeTitle: 'Autre code pour {{code}}', newCodeHelp: 'Le code précédent n’est plus valable. Remettez le nouveau hors de ce système.', actsOf: 'Actions pour la proposition {{code}}',
    inviteTitle: '{{name}} n’a pas encore de compte', inviteHelp: 'Le membre est confirmé. Remettez ce code hors de ce système. La personne crée un compte avec ce code à l’adresse {{address}}, avec l’adresse {{email}}. Le code n’est affiché que maintenant et expire après 14 jours.',
  },
  invitation: {
    title: 'Accepter une invitation', help: 'Créez votre compte avec le code à usage unique qui vous a été remis.',
    code: 'Code à usage unique', codeHelp: 'Les majuscules et les tirets sont indifférents.', needCode: 'Indiquez le code.', codeWrong: 'Ce code n’est pas valable ou a expiré, ou il concerne une autre adresse. Demandez un autre code à la personne qui vous a invité.',
    email: 'Adresse électronique', emailHelp: 'L’adresse à laquelle l’invitation se rapporte.', needEmail: 'Indiquez votre adresse électronique.',
    password: 'Nouveau mot de passe', passwordHelp: 'Au moins 15 caractères.', needPassword: 'Indiquez un mot de passe.',
    create: 'Créer le compte', hasAccount: 'Vous avez déjà un compte ? Connectez-vous et saisissez le code sous Mes équipes.', link: 'J’ai une invitation',
  },
} satisfies Translated<typeof source>;

import type { organisations as en } from './organisations.en';

export const organisations: typeof en = {
  organisations: {
    create: 'Créer une organisation',
    createHelp: 'Une autorité ou un organisme responsable de la connexion de ses comptes.',
    created: 'Organisation créée.',
    rename: 'Renommer',
    renameOf: 'Renommer {{name}}',
    renamed: 'Organisation renommée.',
    name: 'Nom',
    needName: 'Saisissez un nom.',
    accounts: 'Comptes',
    administrators: 'Administrateurs',
    help: 'Ajoutez des comptes à une organisation sous Comptes. Désignez ensuite ses premiers administrateurs.',
    none: 'Aucune organisation',
    noneHelp:
      'Les organisations figurent ici. Créez-en une, ajoutez-y des comptes et désignez au moins deux administrateurs.',
    tooFew: 'Il faut deux administrateurs actifs.',
    nameFirst: 'Désigner les administrateurs',
    nameFirstOf: 'Désigner les administrateurs de {{name}}',
    firstHelp:
      'Cela n’est possible qu’une fois. Ensuite, deux administrateurs décident ensemble qui l’est. Désignez-en au moins trois, afin qu’il en reste deux si l’un est absent.',
    firstNamed: 'Administrateurs désignés.',
    needTwo: 'Désignez au moins deux administrateurs.',
    noAccounts: 'L’organisation n’a aucun compte actif.',
    add: 'Ajouter à une organisation',
    addTitle: 'Ajouter {{name}} à une organisation',
    addHelp:
      'Deux administrateurs de l’organisation peuvent ensuite récupérer le compte. Vous ne pouvez pas revenir en arrière. La personne est prévenue par courriel.',
    needOrganisation: 'Choisissez une organisation.',
  },
};

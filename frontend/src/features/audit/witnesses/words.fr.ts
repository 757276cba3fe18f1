import type { witnesses as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const witnesses = {
  witnesses: {
    title: 'Témoins du registre', help: 'Le programme propre à une partie, qui garde mémoire de ce registre et ne cosigne un point de contrôle que s’il prolonge le précédent. Si l’hébergeur montrait un jour deux registres, les témoins en détiendraient la preuve.',
    none: 'Aucune partie n’a désigné de témoin. Deux personnes qui ne comparent jamais ce qu’elles voient pourraient se voir montrer deux registres.',
    cosigned: 'Cosigné', by: 'par {{by}} sur {{of}}, jusqu’à {{entries}}', byNone: 'par aucun des {{of}} pour l’instant', nobody: 'par personne : aucune partie n’a de témoin',
    upTo: 'jusqu’à {{entries}}', notYet: 'rien de cosigné pour l’instant', host: 'celui de l’hébergeur : ne compte pas', since: 'depuis',
    name: 'Désigner un témoin', nameTitle: 'Désigner le témoin de votre partie', nameHelp: 'Qui l’exploite crée sa clé par « liaison witness init » et ajoute ce registre par « liaison witness add-log » et la clé ci-dessous. Il est sollicité dès le prochain point de contrôle.',
    logKey: 'Clé de ce registre', vkey: 'Clé de vérification du témoin', vkeyHelp: 'Telle que l’a affichée « liaison witness init »', url: 'Adresse', urlHelp: 'En https, jusqu’avant /add-checkpoint', needBoth: 'Les deux sont nécessaires.', named: 'Témoin désigné',
    remove: 'Retirer', removeOf: 'Retirer le témoin de {{party}}', removeTitle: 'Retirer le témoin de votre partie', removeHelp: 'Il n’est plus sollicité ; ce qu’il a cosigné demeure. Sa clé ne revient pas : un nouveau est désigné avec une nouvelle clé.', removed: 'Témoin retiré',
  },
  quorum: {
    none: 'Aucun quorum n’est convenu', agreed_one: 'Quorum : {{count}} témoin', agreed_other: 'Quorum : {{count}} témoins',
    met: 'atteint jusqu’à {{entries}}', unmet: 'non atteint : trop peu de témoins ont cosigné',
    metOf_one: 'le quorum de {{count}} est atteint jusqu’à {{entries}}', metOf_other: 'le quorum de {{count}} est atteint jusqu’à {{entries}}', unmetOf_one: 'le quorum de {{count}} n’est pas atteint', unmetOf_other: 'le quorum de {{count}} n’est pas atteint',
    policy: 'Politique pour le vérificateur', agree: 'Inscrire le quorum convenu', done: 'Quorum inscrit',
    help: 'Par combien de témoins des parties chaque point de contrôle doit être cosigné, comme le dit l’accord ; celui de l’hébergeur ne compte pas. Une alerte retentit si ce nombre n’est pas atteint en dix minutes, et un vérificateur peut l’exiger avec la politique.',
    number: 'Témoins', numberHelp: '0 : aucun n’est exigé', needNumber: 'Un nombre entier de 0 à 60.',
  },
  witnessFailure: {
    unreachable: 'ne répond pas', unknown: 'ne connaît pas ce registre : qui l’exploite ajoute sa clé', refused: 'refuse', wrong: 'répond sans cosignature de sa clé',
    ahead: 'dit avoir cosigné plus que ce registre ne contient : interrogez qui l’exploite', fork: 'dit avoir cosigné un autre registre : demandez ses preuves à qui l’exploite',
  },
} satisfies Translated<typeof source>;

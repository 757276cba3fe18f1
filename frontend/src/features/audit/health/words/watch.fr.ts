import type { watch as source } from './watch.en';
import type { Translated } from '@/i18n/translated';

export const watch = {
  watch: {
    title: 'Le registre de cette équipe est incohérent',
    what: 'Rien de ce que vous avez saisi n’est perdu. Ne vous fiez pas aux nouvelles inscriptions ; prévenez l’auditeur de l’équipe et l’hébergeur, et conservez ce que copie le bouton.',
    copy: 'Copier la preuve',
    unreadable: 'Le point de contrôle fourni par le serveur n’est pas une note signée lisible.',
    key: 'Le serveur désigne une autre clé de signature que celle que ce navigateur a déjà vue.',
    epoch:
      'L’hébergeur a perdu des inscriptions signées de ce registre. Il se poursuit dans une nouvelle époque, sous une nouvelle clé dont répond l’ancienne ; ce navigateur a vu {{size}} inscriptions de l’ancienne.',
    epochWhat:
      'L’audit montre la première inscription de la nouvelle époque : elle dit ce qui est perdu, et pourquoi. Copiez la preuve, vérifiez si vos derniers actes y sont encore, puis fiez-vous à la nouvelle époque.',
    renewedTitle: 'Le registre de cette équipe a une nouvelle clé',
    renewed:
      'Il se poursuit dans une nouvelle époque, sous une nouvelle clé dont répond l’ancienne. Les {{size}} inscriptions que ce navigateur a vues y sont toutes.',
    renewedWhat:
      'L’audit montre la première inscription de la nouvelle époque : elle dit pourquoi. Vérifiez si vos derniers actes y sont, puis fiez-vous à la nouvelle clé.',
    goOn: 'J’en ai pris connaissance : se fier à la nouvelle époque',
    signature: 'Le point de contrôle n’est pas signé par la clé de ce registre.',
    shrunk:
      'Le serveur présente un registre plus court qu’auparavant : ce navigateur a vu {{size}} inscriptions signées.',
    forked: 'Le serveur présente un autre registre de {{size}} inscriptions que celui que ce navigateur a vu, signé.',
    inconsistent:
      'Le nouveau point de contrôle ne contient pas le registre de {{size}} inscriptions que ce navigateur a vu, signé.',
    promiseSignature: 'Un acte a été confirmé par une promesse que la clé de ce registre n’a pas signée.',
    promiseBroken_one:
      'Une inscription promise par le serveur ne figure dans aucun point de contrôle, alors que son délai est échu.',
    promiseBroken_other:
      '{{count}} inscriptions promises par le serveur ne figurent dans aucun point de contrôle, alors que leur délai est échu.',
    good: 'Examiné dans ce navigateur : signé par la clé de ce registre',
    contains: ' ; il contient les {{size}} inscriptions que ce navigateur a vues à {{time}}',
    first: ' ; c’est le premier que voit ce navigateur',
    waiting_one: '{{count}} inscription de votre part attend son point de contrôle',
    waiting_other: '{{count}} inscriptions de votre part attendent leur point de contrôle',
    unable:
      'Ce navigateur ne sait pas vérifier les signatures (Ed25519). Le point de contrôle est affiché, sans examen.',
    examining: 'Examen en cours …',
    included: 'Recalculée dans ce navigateur, et comprise dans le point de contrôle de {{size}} inscriptions',
    recomputed: 'Recalculée dans ce navigateur ; le prochain point de contrôle la comprendra',
    notIncluded: 'ABSENTE du point de contrôle, là où le serveur la situe',
    all_one: 'Elle est comprise dans le point de contrôle de {{size}} inscriptions.',
    all_other: 'Toutes les {{count}} sont comprises dans le point de contrôle de {{size}} inscriptions.',
    some: '{{count}} sur {{all}} sont comprises dans le point de contrôle de {{size}} inscriptions ; les autres suivront.',
  },
} satisfies Translated<typeof source>;

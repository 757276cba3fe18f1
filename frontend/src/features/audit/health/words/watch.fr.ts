import type { Translated } from '@/i18n/translated';
import type { watch as source } from './watch.en';

export const watch = {
  watch: {
    title: 'Le journal d’audit de cette équipe est incohérent',
    what: 'Rien de ce que vous avez saisi n’est perdu. Ne vous fiez pas aux nouvelles inscriptions. Prévenez l’auditeur de l’équipe et l’hébergeur, et transmettez-leur la preuve copiée.',
    copy: 'Copier la preuve',
    unreadable: 'L’état signé du journal est illisible.',
    key: 'Le serveur indique une autre clé de signature que celle que ce navigateur connaît.',
    epoch:
      'Des inscriptions signées de ce journal ont été perdues. Le journal se poursuit sous une nouvelle clé, confirmée par l’ancienne. Ce navigateur a vu {{size}} inscriptions de l’ancien journal.',
    epochWhat:
      'La page Audit montre la première inscription sous la nouvelle clé, avec les pertes et leur motif. Copiez la preuve et vérifiez que vos derniers actes y figurent.',
    renewedTitle: 'Le journal d’audit de cette équipe a une nouvelle clé',
    renewed:
      'Le journal se poursuit sous une nouvelle clé, confirmée par l’ancienne. Les {{size}} inscriptions que ce navigateur a vues y figurent toutes.',
    renewedWhat:
      'La page Audit montre la première inscription sous la nouvelle clé, avec le motif. Vérifiez que vos derniers actes y figurent.',
    goOn: 'J’ai vérifié : accepter la nouvelle clé',
    signature: 'L’état du journal n’est pas signé par sa clé.',
    shrunk: 'Le serveur montre moins d’inscriptions qu’auparavant : ce navigateur en a vu {{size}}, signées.',
    forked: 'Le serveur montre un autre journal de {{size}} inscriptions que celui, signé, que ce navigateur a vu.',
    inconsistent: 'Le nouvel état ne contient pas les {{size}} inscriptions signées que ce navigateur a vues.',
    promiseSignature: 'La confirmation d’un acte n’est pas signée par la clé de ce journal.',
    promiseBroken_one: 'Une inscription confirmée par le serveur manque au journal après son délai.',
    promiseBroken_other: '{{count}} inscriptions confirmées par le serveur manquent au journal après leur délai.',
    good: 'Journal vérifié dans ce navigateur : signé par sa clé',
    contains: ', et il contient les {{size}} inscriptions que ce navigateur a vues le {{time}}',
    first: ' ; c’est le premier état que ce navigateur voit',
    waiting_one: '{{count}} de vos inscriptions attend d’être signée',
    waiting_other: '{{count}} de vos inscriptions attendent d’être signées',
    unable: 'Ce navigateur ne peut pas vérifier les signatures (Ed25519). L’état est affiché sans vérification.',
    examining: 'Vérification …',
    included: 'Vérifiée dans ce navigateur : présente dans le journal signé de {{size}} inscriptions',
    recomputed: 'Vérifiée dans ce navigateur ; le prochain état signé la contiendra',
    notIncluded: 'ABSENTE du journal signé à la position indiquée par le serveur',
    all_one: 'L’inscription figure dans le journal signé de {{size}} inscriptions.',
    all_other: 'Les {{count}} inscriptions figurent dans le journal signé de {{size}} inscriptions.',
    some: '{{count}} des {{all}} inscriptions figurent dans le journal signé de {{size}} inscriptions. Les autres suivent.',
  },
} satisfies Translated<typeof source>;

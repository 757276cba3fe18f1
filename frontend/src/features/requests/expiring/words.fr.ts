import type { expiring as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const expiring = {
  expiring: {
    title: 'Données qui expirent',
    help: 'Données qu’un fournisseur ou une autorité conserve pour vos demandes, et date de fin de leur conservation.',
    empty: 'Aucune donnée n’expire',
    emptyHelp:
      'Les données conservées figurent ici avec la fin de leur conservation. Elles apparaissent dès qu’un élément est consigné comme conservé.',
    stopped: 'Arrêté',
    others: 'La partie {{party}} peut agir',
    within_one: '{{count}} sous 14 jours',
    within_other: '{{count}} sous 14 jours',
    within_many: '{{count}} sous 14 jours',
    passed_one: '{{count}} délai échu',
    passed_other: '{{count}} délais échus',
    passed_many: '{{count}} de délais échus',
    all: 'Toutes les données qui expirent',
    nothing: 'La demande a été retirée. Rien n’arrête l’expiration.',
  },
  expiringHeads: {
    left: 'Temps restant',
    data: 'Données',
    expires: 'Expiration',
    rule: 'Règle',
    stops: 'Mesure à prendre',
  },
  expiringStops: {
    production: 'Une demande de production',
    extension: 'Une prolongation',
  },
} satisfies Translated<typeof source>;

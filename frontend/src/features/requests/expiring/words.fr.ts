import type { expiring as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const expiring = {
  expiring: {
    title: 'Données qui expirent',
    help: 'Données qu’un fournisseur ou une autorité conserve pour vos demandes, et date de fin de leur conservation.',
    empty: 'Aucune donnée n’expire',
    emptyHelp:
      'Les données conservées figurent ici avec la fin de leur conservation. Elles apparaissent dès qu’un élément est consigné comme conservé. Un élément ouvert y figure si la fiche de son fournisseur indique pendant combien de jours ces données sont conservées.',
    stopped: 'Arrêté',
    oldest: 'Données les plus anciennes',
    keeps_one: '{{provider}} conserve ces données {{count}} jour ({{category}})',
    keeps_other: '{{provider}} conserve ces données {{count}} jours ({{category}})',
    keeps_many: '{{provider}} conserve ces données {{count}} de jours ({{category}})',
    card: 'Fiche fournisseur :',
    preserved: 'Une demande de conservation du même identifiant est liée.',
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
  expiringOwn: {
    preservation: 'Demandez la conservation des données avant ce jour.',
    dispatch: 'Envoyez cette demande de conservation avant ce jour.',
    production: 'Demandez la production des données avant leur expiration.',
    extension: 'Demandez la production des données, ou prolongez leur conservation, avant leur expiration.',
    passed: 'Le délai est dépassé. Demandez au détenteur si les données existent encore, puis leur production.',
  },
  expiringOthers: {
    preservation: 'La partie {{party}} doit demander la conservation des données.',
    dispatch: 'La partie {{party}} doit envoyer sa demande de conservation.',
    production: 'La partie {{party}} doit demander la production des données.',
    extension: 'La partie {{party}} doit demander la production des données ou prolonger leur conservation.',
  },
} satisfies Translated<typeof source>;

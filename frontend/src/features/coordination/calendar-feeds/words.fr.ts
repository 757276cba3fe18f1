import type { calendarFeeds as source } from './words.en';
import type { Translated } from '@/i18n/translated';

export const calendarFeeds = {
  calendarFeeds: {
    open: 'S’abonner',
    title: 'Vos échéances dans votre agenda',
    help: 'Créez une adresse pour chaque agenda qui doit montrer vos échéances dans cette équipe : tâches, fin de votre siège, réponses et révisions en attente. Un agenda la relit environ toutes les heures.',
    leaves:
      'Qui tient votre agenda le lit aussi. Il dit donc « Tâche T-4F7K2P : échéance » et rien de plus : ni équipe, ni scellé, ni intitulé, ni personne. Quiconque a une adresse lit la même chose : révoquez-la si un appareil est perdu. Elle prend fin d’elle-même avec votre siège. Création et révocation sont des inscriptions du registre, lues de vous et de vos auditeurs.',
    over: 'Cette équipe est close : plus aucune adresse n’est créée. Celles qui sont en service indiquent la fin de votre siège, s’il en a une, et peuvent être révoquées.',
    standing: 'Adresses en service',
    name: 'Ce qui la lit',
    nameHelp: 'Par exemple : téléphone de service',
    needName: 'Indiquez l’agenda ou l’appareil concerné.',
    make: 'Créer une adresse',
    made: 'Adresse pour « {{name}} » créée',
    once: 'Copiez-la maintenant : elle n’est montrée que cette fois, et seul son condensat est conservé.',
    address: 'Adresse de l’agenda',
    copy: 'Copier l’adresse',
    madeAt: 'Créée le',
    usedAt: 'lue le',
    unused: 'pas encore lue',
    full: 'Vous avez {{count}} adresses, autant qu’un siège peut en avoir. Révoquez-en une pour en créer une autre.',
    addresses_one: '{{count}} adresse en service',
    addresses_other: '{{count}} adresses en service',
    addresses_many: '{{count}} d’adresses en service',
    revoke: 'Révoquer',
    revokeOf: 'Révoquer l’adresse pour « {{name}} »',
    sure: 'Elle ne mènera plus nulle part.',
    revokeNow: 'La révoquer',
  },
} satisfies Translated<typeof source>;

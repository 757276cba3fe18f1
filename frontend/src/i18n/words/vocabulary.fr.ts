import type { vocabulary as source } from './vocabulary.en';
import type { Translated } from '@/i18n/translated';

/** Les codes du métier, en mots. */
export const vocabulary = {
  kind: { physical: 'Objet matériel', image: 'Image forensique', digital_original: 'Original numérique', working_copy: 'Copie de travail', extract: 'Extrait', report: 'Rapport', translation: 'Traduction' },
  category: {
    device: 'Appareil', disk_image: 'Image disque', phone_extraction: 'Extraction de téléphone', subscriber_data: 'Données d’abonné', traffic_data: 'Données de trafic', content_data: 'Données de contenu', interception: 'Interception',
    financial: 'Données financières', crypto_asset: 'Cryptoactif', osint: 'Sources ouvertes', statement: 'Déclaration', document: 'Document', photograph: 'Photographie', recording: 'Enregistrement', network_capture: 'Capture réseau',
    malware: 'Logiciel malveillant', biometric: 'Données biométriques', other: 'Autre',
  },
  handling: {
    H0: 'Aucune restriction au-delà de l’accord', H1: 'Pas d’utilisation en procédure sans consentement', H2: 'Pas de transmission ultérieure sans consentement', H3: 'Un texte dont il faut prendre acte avant toute consultation',
  },
  tlp: {
    RED: 'Sièges désignés seulement', AMBER_STRICT: 'Une seule autorité', AMBER: 'Les parties auxquelles il est communiqué', GREEN: 'Le cercle de l’affaire', CLEAR: 'Sans limite de diffusion',
    RED_name: 'TLP:RED', AMBER_STRICT_name: 'TLP:AMBER+STRICT', AMBER_name: 'TLP:AMBER', GREEN_name: 'TLP:GREEN', CLEAR_name: 'TLP:CLEAR',
  },
  status: { active: 'Actif', withdrawn: 'Retiré', erased: 'Effacé' },
  level: {
    none: 'Rien', listed: 'Signalé', readable: 'Consultable', held: 'Détenu',
    noneHelp: 'Pour cette partie, le scellé n’existe pas.',
    listedHelp: 'Titre, numéro, nature, marquage, nombre et taille des fichiers.',
    readableHelp: 'En outre la provenance et les rendus dans le navigateur ; jamais l’original.',
    heldHelp: 'En outre l’original, à emporter.',
  },
  purpose: {
    JIT_PURPOSE: 'Objet de l’équipe commune d’enquête', OTHER_OFFENCE_WITH_CONSENT: 'Autre infraction, avec consentement', IMMINENT_THREAT: 'Menace immédiate', OTHER_AGREED: 'Autre finalité convenue', JIT_MANAGEMENT: 'Gestion de l’équipe', AUDIT: 'Audit',
  },
  role: {
    leader: 'chef d’équipe', member: 'membre', administrator: 'administrateur', coordinator: 'coordinateur', participant: 'participant', liaison: 'liaison', expert: 'expert', interpreter: 'interprète', auditor: 'auditeur',
  },
  value: { title: 'Titre', description: 'Description', acquired_by: 'Recueilli par', place: 'Lieu', legal_basis: 'Base légale', handling_text: 'Texte dont il faut prendre acte (H3)', details: 'Précisions', reason: 'Motif', text: 'Texte', name: 'Nom', changes: 'Modifications', custodian: 'Gardien', file_number: 'Numéro de dossier', because: 'Explication', court: 'Juridiction', performer: 'Effectué par', instrument: 'Instrument', location: 'Lieu', environment: 'Environnement', objects: 'Objets', proceeding: 'Procédure', conditions: 'Conditions', words: 'Termes', word: 'Observation', finding: 'Constat', necessity: 'Nécessité', proportionality: 'Proportionnalité', record: 'Pièce justificative', by: 'Par qui', from_whom: 'De qui', to_whom: 'À qui', from_place: 'Depuis', giver: 'Remis par', what: 'Ce qui s’est passé', why: 'Pourquoi', method: 'Comment', witnessed_by: 'En présence de', receipt: 'Reçu', remarks: 'Remarques', priority: 'Priorité', due_at: 'Échéance', due_zone: 'Fuseau', language: 'Langue', repeats: 'Répétition', items: 'Points' },
} satisfies Translated<typeof source>;

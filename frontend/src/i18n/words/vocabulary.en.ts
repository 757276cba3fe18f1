/** The codes of the field, as words. */
export const vocabulary = {
  kind: { physical: 'Physical item', image: 'Forensic image', digital_original: 'Digital original', working_copy: 'Working copy', extract: 'Extract', report: 'Report', translation: 'Translation' },
  category: {
    device: 'Device', disk_image: 'Disk image', phone_extraction: 'Phone extraction', subscriber_data: 'Subscriber data', traffic_data: 'Traffic data', content_data: 'Content data', interception: 'Interception',
    financial: 'Financial', crypto_asset: 'Crypto-asset', osint: 'Open sources', statement: 'Statement', document: 'Document', photograph: 'Photograph', recording: 'Recording', network_capture: 'Network capture',
    malware: 'Malware', biometric: 'Biometric', other: 'Other',
  },
  handling: {
    H0: 'No restriction beyond the agreement', H1: 'No use in proceedings without consent', H2: 'No further dissemination without consent', H3: 'A text must be acknowledged before opening',
  },
  tlp: {
    RED: 'Named seats only', AMBER_STRICT: 'One authority only', AMBER: 'The parties it is released to', GREEN: 'The community of the case', CLEAR: 'No limit on disclosure',
    RED_name: 'TLP:RED', AMBER_STRICT_name: 'TLP:AMBER+STRICT', AMBER_name: 'TLP:AMBER', GREEN_name: 'TLP:GREEN', CLEAR_name: 'TLP:CLEAR',
  },
  status: { active: 'Active', withdrawn: 'Withdrawn', erased: 'Erased' },
  level: {
    none: 'Nothing', listed: 'Listed', readable: 'Readable', held: 'Held',
    noneHelp: 'The exhibit does not exist for them.',
    listedHelp: 'Title, number, kind, markings, number and size of files.',
    readableHelp: 'Also provenance and renditions in the browser; never the original.',
    heldHelp: 'Also the original, to take away.',
  },
  purpose: {
    JIT_PURPOSE: 'Purpose of the team', OTHER_OFFENCE_WITH_CONSENT: 'Another offence, with consent', IMMINENT_THREAT: 'Imminent threat', OTHER_AGREED: 'Another agreed purpose', JIT_MANAGEMENT: 'Management of the team', AUDIT: 'Audit',
  },
  role: {
    leader: 'leader', member: 'member', administrator: 'administrator', coordinator: 'coordinator', participant: 'participant', liaison: 'liaison', expert: 'expert', interpreter: 'interpreter', auditor: 'auditor',
  },
  value: { title: 'Title', description: 'Description', acquired_by: 'Acquired by', place: 'Place', legal_basis: 'Legal basis', handling_text: 'Text to be acknowledged (H3)', details: 'Details', reason: 'Reason', text: 'Text', name: 'Name', changes: 'Changes', custodian: 'Custodian', file_number: 'File number', because: 'Because', court: 'Court', performer: 'Performed by', instrument: 'Instrument', location: 'Location', environment: 'Environment', objects: 'Objects', proceeding: 'Proceeding', conditions: 'Conditions', words: 'Words', word: 'Word', finding: 'Finding', necessity: 'Necessity', proportionality: 'Proportionality', record: 'Record', by: 'By whom', from_whom: 'From whom', to_whom: 'To whom', from_place: 'From', giver: 'Handed over by', what: 'What happened', why: 'Why', method: 'How', witnessed_by: 'Witnessed by', receipt: 'Receipt', remarks: 'Remarks', priority: 'Priority', due_at: 'Due', due_zone: 'Zone', language: 'Language', repeats: 'Repeats', items: 'Items' },
};

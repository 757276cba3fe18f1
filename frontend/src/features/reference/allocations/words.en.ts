/** Allocation tables in the administration. */
export const allocations = {
  allocations: {
    help: 'With these tables Liaison proposes the country and provider of an address or domain name. Liaison fetches no table by itself.',
    import: 'Import table',
    importOf: 'Import table: {{table}}',
    importHelp: 'The file replaces the whole table. It is CSV in UTF-8 and begins with this line:',
    file: 'CSV file',
    source: 'Source',
    sourceHelp: 'Where the file was obtained, with its date.',
    rows: 'Rows',
    count_one: '{{count}} row',
    count_other: '{{count}} rows',
    imported: 'Imported',
    contains_one: 'The file has {{count}} row and no fault.',
    contains_other: 'The file has {{count}} rows and no fault.',
    faults_one: 'The file has {{count}} fault. Correct it, then choose the file again.',
    faults_other: 'The file has {{count}} faults. Correct them, then choose the file again.',
    fault: 'Line {{line}}, {{column}}',
    replace: 'Replace table',
    done: 'The table was imported.',
  },
  allocationKind: {
    networks: 'Networks',
    domains: 'Domain names',
  },
  allocationNone: {
    networks: 'No table yet. Import one to propose providers for IP addresses.',
    domains: 'No table yet. Import one to propose providers for domain names and e-mail addresses.',
  },
};
